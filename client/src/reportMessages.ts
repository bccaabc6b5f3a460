/** What a report's page and the extension tell each other. */
import type { ReportPart } from '../../server/src/protocol';

/** The parts in their order, with those that the page does not have yet in this form. */
export interface ToPage {
	/** Address of the draft as it is now. */
	readonly draft: string;
	readonly order: readonly string[];
	readonly changed: readonly ReportPart[];
}

/** `ready`: the page has nothing to show yet. `reveal`: someone wants to see a place of the draft; document offsets. */
export type FromPage =
	| { readonly kind: 'ready' }
	| { readonly kind: 'reveal'; readonly start: number; readonly end: number };

/** What a page that shows `before` has to be told to show `after`. */
export function changesOf(before: readonly ReportPart[], after: readonly ReportPart[], draft: string): ToPage {
	const known = new Map(before.map(({ id, html }) => [id, html]));
	return { draft, order: after.map(({ id }) => id), changed: after.filter(({ id, html }) => known.get(id) !== html) };
}

/** A message of the page, or undefined: what comes from a page may be anything. */
export function readMessage(message: unknown): FromPage | undefined {
	const { kind, start, end } = (message ?? {}) as Readonly<Record<string, unknown>>;
	if (kind === 'ready') return { kind };
	const isPlace = Number.isSafeInteger(start) && Number.isSafeInteger(end);
	return kind === 'reveal' && isPlace ? { kind, start: start as number, end: end as number } : undefined;
}
