import { defineComponent, h } from 'vue'

/** Stands for a button of the library, whose look belongs to its build plugin. */
export const ButtonStub = defineComponent({
  props: { disabled: Boolean, loading: Boolean },
  setup:
    (props, { slots }) =>
    () =>
      h('button', { disabled: props.disabled }, slots['default']?.()),
})

export const IconStub = defineComponent({
  props: { name: { type: String, required: true } },
  setup: (props) => () => h('i', { 'data-icon': props.name }),
})
