import { expect, type Locator, type Page } from '@playwright/test';
import { expectAccessible } from './accessibility';
import { pressByKey, tabTo, typeByKey } from './keyboard';

const REASON = 'rehearsal';
// Two states of the recorded market, which has quiet minutes.
const GATE_LIMIT_MS = 180_000;

/** What an operator sees and does at /console, by the keyboard alone. */
export class ConsolePage {
  readonly page: Page;
  /** When the last order was confirmed. */
  orderedAtMs = 0;

  /** The orders whose dialogs axe has seen. */
  readonly #seen = new Set<string>();

  constructor(page: Page) {
    this.page = page;
  }

  async open(): Promise<void> {
    await this.page.goto('/console/');
    await expect(this.page.locator('.card')).toHaveCount(4);
  }

  card(feature: string): Locator {
    return this.page.locator(`.card[data-feature="${feature}"]`);
  }

  /** Waits until the step is proved. */
  async gatePasses(feature: string, to: string): Promise<void> {
    await expect(this.card(feature).locator('.gates')).toContainText(`Gate to ${to}: passes`, {
      timeout: GATE_LIMIT_MS,
    });
  }

  /** Gives an order with its reason and answers what the server said. */
  async order(feature: string, verb: string, accounts?: string): Promise<string> {
    await pressByKey(this.page, this.card(feature).getByRole('button', { name: verb, exact: true }));
    return this.confirm(verb, accounts);
  }

  async kill(): Promise<string> {
    await pressByKey(this.page, this.page.getByRole('button', { name: 'Kill switch' }));
    await expect(this.page.getByRole('dialog')).toContainText(/\d+ connected sessions draw REST/);
    return this.confirm('Kill switch');
  }

  private async confirm(verb: string, accounts?: string): Promise<string> {
    const dialog = this.page.getByRole('dialog');
    await expect(dialog).toBeVisible();
    if (!this.#seen.has(verb)) {
      this.#seen.add(verb);
      await expectAccessible(this.page);
    }
    if (accounts !== undefined) {
      await typeByKey(this.page, dialog.getByLabel('Accounts'), accounts);
    }
    await tabTo(this.page, dialog.getByLabel('Reason'));
    await this.page.keyboard.type(REASON);
    this.orderedAtMs = Date.now();
    await this.page.keyboard.press('Enter');
    const outcome = dialog.getByRole('status');
    await expect(outcome).toContainText(/[✓✕]/);
    const words = await outcome.innerText();
    await this.page.keyboard.press('Escape');
    await expect(dialog).toHaveCount(0);
    return words;
  }
}
