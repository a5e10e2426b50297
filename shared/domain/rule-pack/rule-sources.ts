/** Where the rules can be read, as of November 2026. Seller Central pages are known by public copies. */
export const sources = {
  requirements: 'Seller Central GVZWBSSV464ZRWNJ “Carrier and tracking information requirements”',
  requirementsEurope:
    'Seller Central Europe GVZWBSSV464ZRWNJ “Carrier and tracking information requirements”',
  inboundPerformance: 'Seller Central Canada 200893760 “Inbound performance”',
  trackingDetails: 'Seller Central GWKTQ4PADXXT58JY “Send to Amazon: Tracking details”',
  deliveryWindow: 'Seller Central G4ZKN4DCCXL5XQWJ “Delivery window”',
  shipmentLimits: 'Seller Central G201967250 “Shipping and routing requirements”',
  carrierCentral: 'carriercentral.amazon.com, messages of the appointment form',
  awd: 'Seller Central GFJSVA7G3WJGVQW3, GB9BMKQPPRW3FFCU “Amazon Warehousing & Distribution”',
  api: 'github.com/amzn/selling-partner-api-models fulfillmentInbound_2024-03-20.json',
  mws: 'docs.developer.amazonservices.com “FBA inbound data types” (public copy)',
  deleted: '88bfru.com thread 250243 (notice of 2022-04-01)',
  autoClosure: 'seller-forum.com topic 3966 (notice of 2024-02-01)',
  trackingTool: 'github.com/Livaclean/Amazon-US-Automated-Tracking (2026-03 to 2026-04)',
  truckingSystem: 'github.com/YuxiangLi0908/zem-logistics (2026-08)',
  standIns: 'h78j.cn, jgoule.com (2021-10-14), bjfgd.com (2024-03-19)',
  clientFiles: 'client files counted for the design, November 2026',
  proFormats: 'xpo.com/content/pro-number-check-digit; YRC Freight “Freight bill numbering” (2012)',
  courierFormats: 'github.com/jkeen/tracking_number_data 2.0.0 (2026-08-15)',
  fcList: 'github.com/sonnenglas/amazon-fba-fulfillment-center-list (2024-10-31)',
} as const
