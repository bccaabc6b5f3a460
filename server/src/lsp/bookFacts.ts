/** What the source book has of whoever is spoken of at a place. */
import { t } from '@vscode/l10n';
import type { Analysis } from '../analysis';
import { houseKey, houseOf } from '../attribution/coreference/house';
import type { Source } from '../attribution/model';
import type { BookEntry, RecordStatus, SourceBook } from '../configuration/sourceBook';
import type { HoverText } from './hover';
import type { Writer } from './markdown';
import { namesIn } from './names';
import { documentSpan, placeAt, touches } from './place';
import { sourceAt } from './sourcePlace';

/** The facts on the source at a document offset, or on someone of the book who is named in passing; null where the book has none. */
export function bookFacts(analysis: Analysis, offset: number, book: SourceBook, writer: Writer): HoverText | null {
	if (book.length === 0) return null;
	const place = sourceAt(analysis, offset);
	const found = place ? { entry: entryOf(book, place.source), span: place.span } : namedAt(analysis, offset, book);
	return found?.entry ? { text: factsText(found.entry, writer), span: found.span } : null;
}

/** The entry of a source of the draft. */
export function entryOf(book: SourceBook, { houseEntry }: Source): BookEntry | undefined {
	return houseEntry === undefined ? undefined : book[houseEntry];
}

function namedAt(analysis: Analysis, offset: number, book: SourceBook) {
	const place = placeAt(analysis, offset);
	if (!place) return null;
	const { byName } = houseOf(book);
	for (const name of namesIn(place.analysis, place.block)) {
		const span = documentSpan(analysis, place.block, name);
		const index = touches(span, offset) ? byName.get(houseKey(name.bare)) : undefined;
		if (index !== undefined) return { entry: book[index], span };
	}
	return null;
}

function factsText(entry: BookEntry, writer: Writer): string {
	const { name, aliases, role, affiliation, interest, onTheRecord, reliability, notes } = entry;
	const facts = [
		aliases.length > 0 && t('Other names: {0}', aliases.map(writer.text).join(', ')),
		role && t('Position: {0}', writer.text(role)),
		affiliation && t('Affiliation: {0}', writer.text(affiliation)),
		interest && t('Interest in the matter: {0}', writer.text(interest)),
		onTheRecord && recordWords(onTheRecord),
		reliability && t('Your own mark: {0}', writer.text(reliability)),
		notes && t('Notes: {0}', writer.text(notes)),
	].filter(fact => typeof fact === 'string' && fact !== '');
	const head = t('From your source book: {0}', writer.bold(name));
	return facts.length === 0 ? head : `${head}\n\n${facts.map(fact => writer.item(String(fact))).join('\n')}`;
}

function recordWords(status: RecordStatus): string {
	return status === 'always'
		? t('On the record: has agreed to be named')
		: t('On the record: wants to be asked each time');
}
