import type { ClientForecast } from '../../domain/defect-forecast.ts'
import type { PolicySettings } from '../../domain/policy-settings.ts'

/** A client's forecast, and the language its messages are written in. */
export interface ForecastView extends ClientForecast {
  language: 'zh-CN' | 'en'
}

export interface ForecastAnswer {
  on: string
  settings: PolicySettings
  /** One per client and marketplace, the worst first. */
  clients: ForecastView[]
}
