import { html, nothing } from 'lit'
import { ref } from 'lit/directives/ref.js'
import type { Embed } from '../../protocol/events.ts'
import { markdownView, type References, type View } from '../markdown/view.ts'

const colourOf = (color: number): string => `#${color.toString(16).padStart(6, '0')}`

const linked = (content: View, url: string | null | undefined): View =>
  url ? html`<a href=${url} target="_blank" rel="noopener noreferrer">${content}</a>` : content

/** An embed: Discord reads Markdown in its title, description and fields, and none in author and footer. */
export function embedView(
  { color, author, title, url, description, fields, footer }: Embed,
  references: References,
): View {
  // A style attribute would be refused by the page's own rules.
  const paint = (embed?: Element): void => {
    if (embed instanceof HTMLElement) embed.style.borderColor = typeof color === 'number' ? colourOf(color) : ''
  }
  return html`<div class="embed" ${ref(paint)}>
    ${author ? html`<div class="embed-author">${linked(author.name, author.url)}</div>` : nothing}
    ${title ? html`<div class="embed-title">${linked(markdownView(title, references), url)}</div>` : nothing}
    ${description ? html`<div class="embed-description">${markdownView(description, references)}</div>` : nothing}
    ${
      fields?.length
        ? html`<div class="embed-fields">
            ${fields.map(
              ({ name, value, inline = false }) =>
                html`<div class=${inline ? 'embed-field inline' : 'embed-field'}>
                  <div class="embed-field-name">${markdownView(name, references)}</div>
                  <div>${markdownView(value, references)}</div>
                </div>`,
            )}
          </div>`
        : nothing
    }
    ${footer ? html`<div class="embed-footer">${footer.text}</div>` : nothing}
  </div>`
}
