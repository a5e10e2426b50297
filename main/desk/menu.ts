import { app, BrowserWindow, Menu, type MenuItemConstructorOptions } from 'electron'
import { channels } from './channels.ts'

/** Every command of the window, by the name the page knows it by. */
const commands = [
  { id: 'import', zh: '导入…', en: 'Import…', accelerator: 'CmdOrCtrl+O' },
  { id: 'assign', zh: '批量指派', en: 'Batch assign', accelerator: 'F6' },
  { id: 'check', zh: '核对,下一个问题', en: 'Check, next problem', accelerator: 'F8' },
  { id: 'returnToClient', zh: '退回客户', en: 'Return to client', accelerator: 'CmdOrCtrl+B' },
  { id: 'scan', zh: '扫描配号', en: 'Scan boxes', accelerator: 'F4' },
  { id: 'forecast', zh: '缺失率预测', en: 'Defect forecast', accelerator: 'Shift+F9' },
  { id: 'modes', zh: '方式核对', en: 'Mode desk', accelerator: 'Shift+F6' },
  { id: 'export', zh: '导出', en: 'Export', accelerator: 'F9' },
] as const

/** The page itself listens to the keys; the menu only shows them and works by mouse. */
export function setMenu(locale: string): void {
  const isZh = locale.startsWith('zh')
  const send = (command: string) =>
    BrowserWindow.getFocusedWindow()?.webContents.send(channels.command, command)
  const item = (command: (typeof commands)[number]): MenuItemConstructorOptions => ({
    id: command.id,
    label: isZh ? command.zh : command.en,
    accelerator: command.accelerator,
    registerAccelerator: false,
    click: () => send(command.id),
  })
  const template: MenuItemConstructorOptions[] = [
    {
      label: isZh ? '文件' : 'File',
      submenu: [...commands.map(item), { type: 'separator' }, { role: 'quit' }],
    },
    { role: 'editMenu' },
    { label: isZh ? '窗口' : 'Window', submenu: [{ role: 'minimize' }, { role: 'togglefullscreen' }] },
  ]
  if (process.platform === 'darwin')
    template.unshift({ label: app.name, submenu: [{ role: 'about' }, { role: 'quit' }] })
  Menu.setApplicationMenu(Menu.buildFromTemplate(template))
}
