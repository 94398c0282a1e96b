import { createSSRApp, h, type Component } from 'vue'
import { renderToString } from 'vue/server-renderer'
import { i18n } from '../../../../renderer/app/i18n.ts'

/** The markup of one component in Indonesian, as a person would get it. */
export function renderComponent(
  component: Component,
  props: Record<string, unknown> = {},
): Promise<string> {
  return renderToString(createSSRApp({ render: () => h(component, props) }).use(i18n))
}
