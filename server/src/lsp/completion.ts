/**
 * Who may be meant after "according to", after ", said" and in `[who?]`: those whom the draft names, and no one else.
 * The list only spells a name; that the person said it is for the writer to know, and each entry asks.
 */
import { t } from '@vscode/l10n';
import { type CompletionItem, CompletionItemKind, InsertTextFormat } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Analysis } from '../analysis';
import type { Source, SourceKind } from '../attribution/model';
import { speaks } from '../attribution/speakers';
import { inSentence } from '../rules/fixes/query';
import type { Span } from '../text/span';
import { toRange } from './convert';
import { oneLine } from './markdown';
import { placeAt } from './place';

/** Only the space behind a verb of speech is worth asking at; elsewhere the list is opened by hand. */
export const completionTriggers = [' '] as const;

/** What is to be replaced by a name, and where the words that ask for it stand; document offsets. */
export interface SpeakerPlace {
	readonly replaced: Span;
	readonly asking: number;
	/** What is replaced, where it is a query: an editor sifts the list by it. */
	readonly query: string;
}

/** As much as is looked at on each side of the caret. */
const reach = 80;
/** Words after which a name is due, with as much of the name as is typed. */
const opening = /(?:\baccording to|[,”"’'] ?(?:said|says|added|adds|asked|asks)) ([\p{L}\p{M}’'.-]{0,40})$/iu;
const queries = ['[who?]', '[source?]'] as const;
const longestQuery = 10;

/** The place at an offset where a name may be due; null elsewhere. Reads the line alone: most strokes end here. */
export function speakerPlace(document: TextDocument, offset: number): SpeakerPlace | null {
	const text = document.getText();
	const before = text.slice(Math.max(0, offset - reach), offset);
	const line = before.slice(Math.max(before.lastIndexOf('\n'), before.lastIndexOf('\r')) + 1);
	const query = queryAround(text, offset);
	if (query) return query;
	const match = opening.exec(line);
	if (!match) return null;
	const asking = offset - line.length + match.index;
	return { replaced: { start: offset - (match[1] ?? '').length, end: offset }, asking, query: '' };
}

/** The draft's named sources, those who speak nearby first. */
export function speakerItems(document: TextDocument, analysis: Analysis, place: SpeakerPlace): CompletionItem[] {
	const at = placeAt(analysis, place.asking);
	if (at === null) return [];
	const near = analysis.contexts[at.block]?.nearbySpeakers ?? [];
	const rank = ({ shortName }: Source) => (near.includes(shortName) ? near.indexOf(shortName) : near.length);
	const named = analysis.sources
		.filter(source => source.identification === 'named' && speaks(source))
		// The name that is being typed is taken for a source too.
		.filter(({ mentions }) => mentions.some(({ start, end }) => end < place.asking || place.replaced.end < start))
		.sort((a, b) => rank(a) - rank(b) || b.statements.length - a.statements.length);
	const range = toRange(document, place.replaced);
	return named.map((source, index) => {
		const label = oneLine(inSentence(source.shortName));
		return {
			label,
			kind: itemKinds[source.kind],
			detail: [source.name, ...source.descriptors.slice(0, 1)].map(oneLine).join(', '),
			documentation: askedOf(label, source.statements.length),
			sortText: String(index).padStart(5, '0'),
			filterText: place.query === '' ? label : `${place.query} ${label}`,
			insertTextFormat: InsertTextFormat.PlainText,
			textEdit: { range, newText: label },
		};
	});
}

/** Editors have no picture of a source; these are the nearest. */
export const itemKinds: Readonly<Record<SourceKind, CompletionItemKind>> = {
	person: CompletionItemKind.Value,
	people: CompletionItemKind.Value,
	organization: CompletionItemKind.Module,
	outlet: CompletionItemKind.Module,
	document: CompletionItemKind.File,
	unknown: CompletionItemKind.Value,
};

function askedOf(name: string, statements: number): string {
	return statements === 1
		? t('Did {0} say this? The draft has one statement by this source.', name)
		: t('Did {0} say this? The draft has {1} statements by this source.', name, statements);
}

/** The query that the caret stands in. */
function queryAround(text: string, offset: number): SpeakerPlace | null {
	const from = Math.max(0, offset - longestQuery);
	const bracket = text.slice(from, offset).lastIndexOf('[');
	const start = from + bracket;
	const query = bracket < 0 ? undefined : queries.find(each => text.startsWith(each, start));
	if (query === undefined || offset >= start + query.length) return null;
	return { replaced: { start, end: start + query.length }, asking: start, query };
}
