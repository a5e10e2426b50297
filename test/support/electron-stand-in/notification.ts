import type { NotificationConstructorOptions } from 'electron'
import { records } from './records.ts'
import { StrictEmitter } from './strict-emitter.ts'

export class Notification extends StrictEmitter {
  readonly title: string
  readonly body: string

  static isSupported(): boolean {
    return true
  }

  constructor({ title = '', body = '' }: NotificationConstructorOptions = {}) {
    super('Notification', ['show', 'click', 'close', 'reply', 'action', 'failed'])
    this.title = title
    this.body = body
  }

  show(): void {
    records.notifications.push({ title: this.title, body: this.body })
    this.emit('show', {})
  }

  close(): void {
    this.emit('close', {})
  }
}
