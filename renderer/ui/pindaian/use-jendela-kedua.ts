import { onBeforeUnmount, shallowRef } from 'vue'
import { namaJendelaPindaian } from '@meja/core/ipc/jendela-pindaian.ts'

/** Looks like the desk: its style sheets, its theme, its language. */
function dress(jendela: Window): () => void {
  const { document: baru } = jendela
  for (const lembar of document.querySelectorAll<HTMLLinkElement>('link[rel=stylesheet]')) {
    const salinan = baru.createElement('link')
    salinan.rel = 'stylesheet'
    salinan.href = lembar.href
    baru.head.append(salinan)
  }
  baru.title = document.title
  baru.body.className = 'jendela-pindaian'
  const copyTema = () => {
    baru.documentElement.className = document.documentElement.className
    baru.documentElement.lang = document.documentElement.lang
  }
  copyTema()
  const pengamat = new MutationObserver(copyTema)
  pengamat.observe(document.documentElement, { attributes: true })
  return () => pengamat.disconnect()
}

/**
 * A second window for a second monitor, with the scan alone. It is no second process and has no bridge:
 * the desk draws into it, and it ends with the desk (P1.21; electron/layar/jendela-pindaian.ts).
 */
export function useJendelaKedua(onBuka: (jendela: Window) => void) {
  const jendela = shallowRef<Window | null>(null)
  let undress = () => {}

  function forget(): void {
    undress()
    jendela.value = null
  }

  function open(): void {
    if (jendela.value !== null) {
      jendela.value.focus()
      return
    }
    const baru = window.open('about:blank', namaJendelaPindaian)
    if (baru === null) return
    undress = dress(baru)
    baru.addEventListener('pagehide', forget, { once: true })
    onBuka(baru)
    jendela.value = baru
  }

  function close(): void {
    const lama = jendela.value
    forget()
    lama?.close()
  }

  onBeforeUnmount(close)
  return { jendela, toggle: () => (jendela.value === null ? open() : close()) }
}
