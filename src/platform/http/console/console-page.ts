import { readFileSync } from 'node:fs';

/** What the page needs to know about the service that serves it. */
export interface ConsolePageSettings {
  readonly publicUrl: string;
  readonly apiPrefix: string;
}

/** The console's one HTML page, as Vite built it, with the service's settings in it. Each answer has its own nonce. */
export class ConsolePage {
  readonly #html: string;

  constructor(file: string, { publicUrl, apiPrefix }: ConsolePageSettings) {
    const base = new URL(publicUrl).pathname.replace(/\/$/, '');
    // Vite names assets relative to the page, which is wrong for a page at a deeper path, such as /tokens/new.
    this.#html = readFileSync(file, 'utf8')
      .replaceAll('="./assets/', `="${escaped(base)}/assets/`)
      .replaceAll('href="/docs"', `href="${escaped(base)}/docs"`)
      .replaceAll('%GATEHOUSE_BASE%', escaped(base))
      .replaceAll('%GATEHOUSE_API%', escaped(base + apiPrefix));
  }

  render(nonce: string): string {
    return this.#html.replaceAll('%GATEHOUSE_NONCE%', nonce);
  }
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
