export const callWords = {
  cancelled: 'Cancelled; nothing was stored. Start again whenever you like.',
  'database-newer':
    'The database {{file}} was written by a newer version (version {{version}}, this program knows up to {{known}}). Install the new Tailboard and open it again.',
  'database-not-ours':
    '{{file}} is not a Tailboard database and was left untouched. Choose another database file.',
  'database-in-use':
    'The database {{file}} is open in another Tailboard. Go back to that window, or close it first.',
  'database-damaged': 'The database {{file}} is damaged ({{detail}}). Restore the latest backup.',
  'database-unwritable':
    'The database {{file}} cannot be written (system code {{code}}). Check the rights of its folder and start again.',
  'disk-full': 'The disk of {{path}} is full; nothing was stored. Free some space and do it again.',
  'disk-full-free':
    'The disk of {{path}} has only {{free}} MB left; nothing was stored. Free some space and do it again.',
  'commit-in-doubt':
    'Whether this step was stored is not certain (code {{code}}). Start Tailboard again and look in the history before you repeat it.',
  'row-moved-on':
    '{{field}} was just changed elsewhere, so nothing was stored. Look at the new value and change it again.',
  'row-unknown':
    'There is no {{what}} {{id}} (any more: it may have been undone or removed); nothing was stored. Look at the list again, and add it anew if need be.',
  'nothing-to-undo': 'There is nothing to undo. Every step is listed in Data & settings, History (Ctrl+7).',
  'nothing-to-redo': 'There is nothing to redo. Every step is listed in Data & settings, History (Ctrl+7).',
  'block-range':
    '{{first}} to {{last}} cannot be a block: the first number may not be above the last, nor the last longer than the digits allow. Change the first, the last or the digits.',
  'block-width': '{{width}} digits will not do: the running number has 1 to 15 digits. Change the digits.',
  'block-prefix':
    'The prefix "{{prefix}}" will not do: digits, capital letters and dashes only, at most 10. Change the prefix.',
  'block-too-long':
    'The numbers would have {{length}} characters, the limit is 30. Shorten the prefix or the digits.',
  'block-overlaps':
    'These numbers overlap a block on file, so numbers would be issued twice. Change the first number or the prefix.',
  'no-block': 'This carrier has no block of PRO numbers. Add one in Data & settings, Number blocks (Ctrl+7).',
  'block-runs-out':
    'PRO numbers needed: {{wanted}}, left in the block: {{left}}; none was issued. Add a block first, or select fewer shipments.',
  'bad-input': 'What was entered does not fit: {{issues}}. Correct it and send it again.',
  'unknown-call': 'This version has no "{{name}}": the window and the engine differ. Start Tailboard again.',
  'not-allowed': 'This window may not do "{{name}}". Use the desktop program or the command line.',
  'engine-gone':
    'The engine has stopped; the last step may not be stored. Start Tailboard again and look in the history.',
  bug: 'This step did not finish; the cause is in the log under {{reference}}. Give that number to whoever maintains Tailboard, and look in the history.',
  'token-unknown': 'The chosen file or folder is no longer valid (it works once). Choose it again.',
  'draft-unknown': 'This draft is gone: it was committed or discarded. Drop the file again.',
  'watch-unreachable':
    'The watch folder {{folder}} cannot be opened now. It goes on by itself when it is back; choose another in Data & settings (Ctrl+7).',
  'import-unknown': 'This import was undone or is no longer there. Drop the file again.',
  'nothing-to-ask': '{{file}} holds nothing to ask the client, so no file was written. Import it as it is.',
  'client-needed': "{{file}} does not say whose it is. Choose the client, or type a new client's name.",
  'same-file': '{{file}} is the same as the file imported at {{time}}; nothing changed. Nothing to do.',
  'all-claimed_one':
    '{{file}}: its {{count}} shipment belongs to {{client}}; nothing was imported. Choose {{client}} as the client of the file, then import it.',
  'all-claimed_other':
    '{{file}}: its {{count}} shipments belong to {{client}}; nothing was imported. Choose {{client}} as the client of the file, then import it.',
  'nothing-to-import':
    '{{file}} has no rows with a shipment ID. Say which column is the FBA shipment ID, or ask the client for a sheet that has them.',
  'columns-to-confirm':
    '{{file}} was not imported: columns still to confirm: {{n}}. Accept or change each of them.',
  'carrier-unknown':
    'There is no carrier "{{name}}". Choose one on file, or add it in Data & settings (Ctrl+7).',
  'carrier-no-fleet':
    '"{{name}}" is neither an own nor a partner fleet and plans its trucks itself; nothing was stored. Choose a fleet.',
  'client-unknown':
    'There is no client "{{name}}". Choose one on file, or add it in Data & settings (Ctrl+7).',
  'nothing-to-tell':
    'There is nothing to tell {{name}}: no shipment of theirs counts in a rate. Import their shipments first, or name another client.',
  'name-taken': '"{{name}}" exists already. Take another name, or edit the one on file.',
  'no-shipment-fits':
    'No shipment fits these conditions; nothing was assigned. Check the client, the FC and the other conditions.',
  'nothing-assigned': 'Nothing was assigned: {{list}}. Mend that first, then assign again.',
  'nothing-to-assign':
    'None of these shipments needs assigning: they have values, or are exempt. Select others, or untick "Fill blanks only".',
  'rule-set-unknown': 'There is no rule set "{{name}}". Choose one of those under Data & settings (Ctrl+7).',
  'share-reason-missing':
    'One PRO number for several shipments needs a reason. Write why, or take one for each shipment.',
  'rule-weights':
    'From {{from}} kg to {{to}} kg fits no shipment: the first weight may not be above the second. Change one of them.',
  'rule-dates':
    'From {{from}} to {{to}} fits no shipment: the first day may not be after the second. Change one of them.',
  'nothing-to-pair':
    'No tracking number was found that fits these boxes. Check what was copied, or the file.',
  'nothing-to-export': 'No shipment is ready to export. Clear the problems listed at the left first.',
} as const
