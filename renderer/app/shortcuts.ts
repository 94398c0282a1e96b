import { onBeforeUnmount, onMounted, shallowReactive } from 'vue'

export type Shortcut = {
  /** As KeyboardEvent.key, with modifiers first: `Enter`, `Shift+ArrowUp`, `r`. Case does not matter. */
  readonly keys: readonly string[]
  /** Sentence for the list of keys. */
  readonly label: () => string
  readonly run: () => void
  /** For a key that does something for as long as it is held. */
  readonly release?: () => void
  /** Absent: always. */
  readonly when?: () => boolean
  /** Works while typing too; for Escape and its kin. */
  readonly inInput?: boolean
}

/** Everything that has a key right now, newest last; KeyHelp lists it. */
export const activeShortcuts = shallowReactive<Shortcut[]>([])

const kolomTeks =
  'input:not([type=checkbox]):not([type=radio]):not([type=button]), textarea, select, [contenteditable=true]'

function isTyping(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest(kolomTeks) !== null
}

/** A dialog above the desk keeps the desk's keys still, wherever the focus is. */
function isBehindDialog(): boolean {
  return document.querySelector('[role=dialog][data-state=open], [role=alertdialog]') !== null
}

export function getKeyName(event: KeyboardEvent): string {
  const modifiers = [
    event.ctrlKey || event.metaKey ? 'ctrl+' : '',
    event.altKey ? 'alt+' : '',
    // A sign such as `?` or `+` already carries its Shift.
    event.shiftKey && (event.key.length > 1 || /[a-z]/i.test(event.key)) ? 'shift+' : '',
  ]
  return `${modifiers.join('')}${event.key === ' ' ? 'space' : event.key.toLowerCase()}`
}

export function findShortcut(event: KeyboardEvent): Shortcut | undefined {
  const nama = getKeyName(event)
  const mengetik = isTyping(event.target)
  return activeShortcuts.findLast(
    (satu) =>
      satu.keys.some((key) => key.toLowerCase() === nama) &&
      (!mengetik || satu.inInput === true) &&
      (satu.when?.() ?? true),
  )
}

export function onKeydown(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.isComposing || isBehindDialog()) return
  const shortcut = findShortcut(event)
  if (shortcut === undefined) return
  // Enter or space on a focused button is that button's own.
  const tombol = event.target instanceof Element && event.target.closest('button, a[href], summary')
  if (tombol && (event.key === 'Enter' || event.key === ' ') && !shortcut.inInput) return
  event.preventDefault()
  if (shortcut.release === undefined) shortcut.run()
  else if (!event.repeat) holdShortcut(shortcut, event)
}

/** Until the key comes up, or the window loses it to another. */
function holdShortcut(shortcut: Shortcut, event: KeyboardEvent): void {
  const { view } = event
  const selesai = new AbortController()
  const lepas = () => {
    selesai.abort()
    shortcut.release?.()
  }
  const tombol = event.key.toLowerCase()
  const { signal } = selesai
  view?.addEventListener('keyup', ({ key }) => key.toLowerCase() === tombol && lepas(), { signal })
  view?.addEventListener('blur', lepas, { signal })
  shortcut.run()
}

/** Listens once for a whole window: the desk's own, and the one that shows its scan apart. */
export function startShortcuts(jendela: Window = globalThis.window): void {
  jendela.addEventListener('keydown', onKeydown)
}

/** These keys work while the component is on screen. */
export function useShortcuts(daftar: readonly Shortcut[]): void {
  onMounted(() => activeShortcuts.push(...daftar))
  onBeforeUnmount(() => {
    for (const satu of daftar) {
      const letak = activeShortcuts.indexOf(satu)
      if (letak >= 0) activeShortcuts.splice(letak, 1)
    }
  })
}
