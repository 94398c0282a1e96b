import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import {
  activeShortcuts,
  getKeyName,
  onKeydown,
  type Shortcut,
} from '../../../../renderer/app/shortcuts.ts'

/** As much of an element as the registry asks for: which of the selectors its tag fits. */
class FakeElement {
  readonly tag: string
  constructor(tag: string) {
    this.tag = tag
  }
  closest(selector: string): FakeElement | null {
    return selector.split(', ').some((satu) => satu.split(/[:[]/, 1)[0] === this.tag) ? this : null
  }
}

let dialogTerbuka = false

beforeEach(() => {
  dialogTerbuka = false
  vi.stubGlobal('Element', FakeElement)
  vi.stubGlobal('document', {
    querySelector: () => (dialogTerbuka ? new FakeElement('div') : null),
  })
})
afterEach(() => {
  activeShortcuts.length = 0
  vi.unstubAllGlobals()
})

type Tekan = { key: string; di?: string; shift?: boolean; ctrl?: boolean; menyusun?: boolean }

function press({ key, di = 'body', shift = false, ctrl = false, menyusun = false }: Tekan) {
  const preventDefault = vi.fn<() => void>()
  const event = {
    key,
    target: new FakeElement(di),
    shiftKey: shift,
    ctrlKey: ctrl,
    altKey: false,
    metaKey: false,
    defaultPrevented: false,
    isComposing: menyusun,
    preventDefault,
  }
  onKeydown(event as unknown as KeyboardEvent)
  return preventDefault
}

function register(keys: string[], lain: Partial<Shortcut> = {}) {
  const run = vi.fn<() => void>()
  activeShortcuts.push({ keys, label: () => keys.join(' '), run, ...lain })
  return run
}

describe('a key of the desk', () => {
  it('runs its command wherever the focus is, whatever the case of the letter', () => {
    const run = register(['R'])
    expect(press({ key: 'r' })).toHaveBeenCalledOnce()
    press({ key: 'r', di: 'td' })
    expect(run).toHaveBeenCalledTimes(2)
  })

  it.each(['input', 'textarea', 'select'])('rests while a person types in an %s', (di) => {
    const run = register(['R'])
    const preventDefault = press({ key: 'r', di })
    expect(run).not.toHaveBeenCalled()
    expect(preventDefault).not.toHaveBeenCalled()
  })

  it('works while typing only when it says so, like Escape', () => {
    const run = register(['Escape'], { inInput: true })
    press({ key: 'Escape', di: 'textarea' })
    expect(run).toHaveBeenCalledOnce()
  })

  it('leaves Enter and the space bar to a focused button', () => {
    const enter = register(['Enter'])
    const spasi = register(['space'])
    press({ key: 'Enter', di: 'button' })
    press({ key: ' ', di: 'button' })
    expect(enter).not.toHaveBeenCalled()
    expect(spasi).not.toHaveBeenCalled()
    press({ key: 'Enter' })
    press({ key: ' ' })
    expect(enter).toHaveBeenCalledOnce()
    expect(spasi).toHaveBeenCalledOnce()
  })

  it('rests while a dialog is open', () => {
    const run = register(['R'])
    dialogTerbuka = true
    press({ key: 'r' })
    expect(run).not.toHaveBeenCalled()
  })

  it('rests while a letter is still being composed', () => {
    const run = register(['R'])
    press({ key: 'r', menyusun: true })
    expect(run).not.toHaveBeenCalled()
  })

  it('rests while its condition does not hold, and lets an older one have the key', () => {
    const lama = register(['R'])
    const baru = register(['R'], { when: () => false })
    press({ key: 'r' })
    expect(baru).not.toHaveBeenCalled()
    expect(lama).toHaveBeenCalledOnce()
  })

  it('belongs to the newest screen that asks for it', () => {
    const bawah = register(['Escape'])
    const atas = register(['Escape'])
    press({ key: 'Escape' })
    expect(bawah).not.toHaveBeenCalled()
    expect(atas).toHaveBeenCalledOnce()
  })

  it('is not the same as the key with a modifier', () => {
    const run = register(['R'])
    press({ key: 'r', ctrl: true })
    press({ key: 'R', shift: true })
    expect(run).not.toHaveBeenCalled()
  })
})

describe('the name of a key', () => {
  const name = (key: string, shiftKey = false) =>
    getKeyName({ key, shiftKey, ctrlKey: false, altKey: false, metaKey: false } as KeyboardEvent)

  it('counts Shift for letters and arrows, not for signs that need it anyway', () => {
    expect(name('ArrowUp', true)).toBe('shift+arrowup')
    expect(name('?', true)).toBe('?')
    expect(name('+', true)).toBe('+')
    expect(name(' ')).toBe('space')
  })
})

describe('a key that is held', () => {
  function hold(view: EventTarget, repeat = false): void {
    const event = {
      key: 'z',
      target: new FakeElement('body'),
      preventDefault: () => {},
      repeat,
      view,
    }
    onKeydown(event as unknown as KeyboardEvent)
  }
  const lift = (view: EventTarget, key: string) =>
    view.dispatchEvent(Object.assign(new Event('keyup'), { key }))

  it('does something until it comes up, and not again while it repeats', () => {
    const release = vi.fn<() => void>()
    const run = register(['Z'], { release })
    const view = new EventTarget()
    hold(view)
    hold(view, true)
    lift(view, 'x')
    expect(run).toHaveBeenCalledOnce()
    expect(release).not.toHaveBeenCalled()
    lift(view, 'Z')
    lift(view, 'z')
    expect(release).toHaveBeenCalledOnce()
  })

  it('is let go when the window loses the keyboard', () => {
    const release = vi.fn<() => void>()
    register(['Z'], { release })
    const view = new EventTarget()
    hold(view)
    view.dispatchEvent(new Event('blur'))
    expect(release).toHaveBeenCalledOnce()
  })
})
