/** The house's own sources where a name is due, after those of the draft. */
import { t } from '@vscode/l10n';
import { type CompletionItem, InsertTextFormat } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Analysis } from '../analysis';
import type { SourceBook } from '../configuration/sourceBook';
import { itemKinds, type SpeakerPlace } from './completion';
import { toRange } from './convert';
import { oneLine } from './markdown';
import { placeAt } from './place';

/** More than anyone looks through; an editor sifts them by what is typed. */
const mostOffered = 1000;

/** Those of the book whom the draft does not let speak yet, in the book's order. */
export function bookItems(
	document: TextDocument,
	analysis: Analysis,
	place: SpeakerPlace,
	book: SourceBook,
): CompletionItem[] {
	if (book.length === 0 || placeAt(analysis, place.asking) === null) return [];
	// The name that is being typed is taken for a source too.
	const speaking = new Set(
		analysis.sources
			.filter(({ mentions }) => mentions.some(({ start, end }) => end < place.asking || place.replaced.end < start))
			.map(({ houseEntry }) => houseEntry),
	);
	const range = toRange(document, place.replaced);
	return book.slice(0, mostOffered).flatMap(({ name, aliases, kind = 'unknown', role, affiliation }, index) => {
		if (speaking.has(index)) return [];
		const label = oneLine(name);
		const names = [label, ...aliases.map(oneLine)].join(' ');
		return {
			label,
			labelDetails: { description: t('source book') },
			kind: itemKinds[kind],
			detail: [role, affiliation].flatMap(words => (words === undefined ? [] : oneLine(words))).join(', '),
			documentation: t('From your source book. Did {0} say this?', label),
			// Behind the draft's own.
			sortText: `~${String(index).padStart(5, '0')}`,
			filterText: place.query === '' ? names : `${place.query} ${names}`,
			insertTextFormat: InsertTextFormat.PlainText,
			textEdit: { range, newText: label },
		};
	});
}
