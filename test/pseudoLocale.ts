/** A translation for tests: our texts in letters of no alphabet of ours, so that what is left in English stands out. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';

declare const __PROJECT__: string;

type Bundle = Readonly<Record<string, string | { readonly message: string }>>;

/** The bundle as a client hands it over. */
export function pseudoTranslations(): Readonly<Record<string, string>> {
	const bundle: Bundle = JSON.parse(readFileSync(path.join(__PROJECT__, 'l10n/bundle.l10n.json'), 'utf8'));
	const texts = Object.entries(bundle).map(([key, text]) => [
		key,
		pseudo(typeof text === 'string' ? text : text.message),
	]);
	return Object.fromEntries(texts);
}

/** Letters become others that no draft here has; places stay. */
function pseudo(text: string): string {
	return text.replace(/\{\d\}|[A-Za-z]/g, part => (part.length > 1 ? part : wide(part)));
}

function wide(letter: string): string {
	return String.fromCodePoint((letter.codePointAt(0) ?? 0) + 0xfee0);
}

/** Every word in our letters is of the draft, or quoted: what a fix would write, a verb's dictionary form. */
export function assertTranslated(shown: string, draft: string): void {
	const known = new Set(words(draft));
	const left = words(shown.replace(/“[^”]*”/g, ' ')).filter(word => !known.has(word));
	assert.deepEqual(left, [], shown);
}

function words(text: string): readonly string[] {
	return text.toLowerCase().match(/[a-z]{2,}/g) ?? [];
}
