import { describe, expect, test } from 'vitest'
import { createShipmentLinks } from '../../main/engine/shipment-links.ts'
import { forecastDefects } from '../../shared/domain/defect-forecast.ts'
import { toForecastShipment, type ForecastShipment } from '../../shared/domain/forecast-shipment.ts'
import { checkClients } from '../../shared/domain/missing-rate.ts'
import { amazonPack } from '../../shared/domain/rule-pack/amazon-pack.ts'
import { judgeShipment, type Judgement } from '../../shared/domain/rule-pack/judge-shipment.ts'
import { getMarketplace } from '../../shared/domain/rule-pack/marketplace.ts'
import { createRulebook, type Rulebook } from '../../shared/domain/rule-pack/rulebook.ts'
import { defaultPolicySettings } from '../../shared/domain/policy-settings.ts'
import { checkStandIn, type NumbersOnFile } from '../../shared/domain/stand-in.ts'
import { wasBlankAtDelivery } from '../../shared/domain/tracking-gap.ts'
import { getValidityClock, type ValidityClock } from '../../shared/domain/validity-clock.ts'
import { readBook, readExpectedBook, toExpectedDay, type BookShipment } from '../support/read-book.ts'

/** Expected values are worked out by hand from what Amazon says; the folder's README tells how. */
const book = readBook()
const expected = readExpectedBook()

const links = createShipmentLinks(book.map(({ shipment }) => shipment))

const onFile: NumbersOnFile = {
  findIsa: (value) => book.find(({ shipment }) => shipment.isa === value)?.shipment.fbaId ?? null,
  findTracking: (value, { id }) =>
    book.find(({ shipment, trackingIds }) => shipment.id !== id && trackingIds.includes(value))?.shipment
      .fbaId ?? null,
}

const findMarketplace = ({ account, shipment }: BookShipment) => getMarketplace(account, shipment.fc)

interface JudgedShipment {
  judgement: Judgement
  clock: ValidityClock
}

function judge(each: BookShipment, rulebook: Rulebook): JudgedShipment {
  const { shipment, boxes, carrier } = each
  const clock = getValidityClock(shipment, links.getPlanFacts(shipment.id), rulebook.day)
  const standIn = shipment.pro === null ? null : (checkStandIn(shipment.pro, shipment, onFile)?.kind ?? null)
  const marketplace = findMarketplace(each)
  const facts = {
    shipment,
    boxes,
    carrier,
    clock,
    marketplace,
    day: rulebook.day,
    standIn,
    blockMisfit: null,
  }
  return { judgement: judgeShipment(facts, rulebook), clock }
}

const judgeAll = (day: string): Map<string, JudgedShipment> => {
  const rulebook = createRulebook(amazonPack, day, new Map())
  return new Map(book.map((each) => [each.number, judge(each, rulebook)]))
}

function foresee(each: BookShipment, { judgement }: JudgedShipment, day: string): ForecastShipment | null {
  const { shipment, boxes, client, numbersOn } = each
  const changes = numbersOn
    ? [{ cell: 'pro', atMs: new Date(`${numbersOn}T12:00`).getTime(), wasBlank: true }]
    : []
  const { deliveredOn, replacedBy } = shipment
  const facts = {
    ...shipment,
    ...judgement,
    clientId: 1,
    client,
    marketplace: findMarketplace(each) ?? '',
    boxes: boxes.boxes,
    paired: boxes.withTracking,
    isReplaced: replacedBy !== null,
    isHistory: shipment.isHistory,
    wasBlankAtDelivery: deliveredOn !== null && wasBlankAtDelivery(changes, deliveredOn),
  }
  return toForecastShipment(facts, day)
}

describe.each(expected.days)('on %s', (day) => {
  const judged = judgeAll(day)

  test.each(Object.keys(expected.shipments))('shipment %s has its verdict and its clock', (number) => {
    const { judgement, clock } = judged.get(number)!
    expect(toExpectedDay(judgement, clock)).toEqual(expected.shipments[number]![day])
  })

  test.each(expected.rates.filter((rate) => rate.day === day))(
    '$client in $marketplace has $missingNow missing now',
    ({ client, marketplace, missingNow }) => {
      const own = book
        .filter((each) => each.client === client && findMarketplace(each) === marketplace)
        .map(({ number }) => ({ clientId: 1, client, isHistory: false, ...judged.get(number)!.judgement }))
      const { withGap, open } = checkClients(own).totals.missingNow
      expect(`${withGap}/${open}`).toBe(missingNow)
    },
  )

  test.each(expected.rates.filter((rate) => rate.day === day))(
    '$client in $marketplace has $forecast defects',
    ({ client, marketplace, missingNow, forecast, undated }) => {
      const own = book
        .filter((each) => each.client === client && findMarketplace(each) === marketplace)
        .map((each) => foresee(each, judged.get(each.number)!, day))
        .filter((shipment) => shipment !== null)
      const [found] = forecastDefects(own, { ...defaultPolicySettings, on: day })
      expect({
        missingNow: `${found!.missingNow.defects}/${found!.missingNow.counted}`,
        forecast: `${found!.today.defects}/${found!.today.counted}`,
        undated: found!.undated,
      }).toEqual({ missingNow, forecast, undated })
    },
  )
})
