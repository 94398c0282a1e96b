import { ref } from 'vue'

export const keyHelpTerbuka = ref(false)

export function openKeyHelp(): void {
  keyHelpTerbuka.value = true
}
