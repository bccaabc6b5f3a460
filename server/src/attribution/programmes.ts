/** Names of programmes in quotation marks, which nobody says: said on the station’s “Night Ferry.” */
import type { QuotedSpan } from './model';

/** Whether a quotation is the name of what something was said on: capitals throughout, behind an owner or "on". */
export function isProgramme({ start, inner }: QuotedSpan, text: string): boolean {
	const words = text.slice(inner.start, inner.end).replace(/[.,]$/, '').split(' ');
	return (
		words.length <= longestName &&
		/(?:[’']s|[sS][’']| on) $/.test(text.slice(Math.max(0, start - 4), start)) &&
		words.every(word => /^\p{Lu}/u.test(word) || small.has(word)) &&
		/^\p{Lu}/u.test(words[0] ?? '')
	);
}

const longestName = 6;
const small: ReadonlySet<string> = new Set('and the of a an in on at with for to &'.split(' '));
