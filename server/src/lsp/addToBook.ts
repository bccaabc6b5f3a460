/** Adding a source of a draft to the source book: what would be written, or why nothing is. */
import { t } from '@vscode/l10n';
import { type CodeAction, CodeActionKind, type TextEdit, type WorkspaceEdit } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Analysis } from '../analysis';
import { houseKey } from '../attribution/coreference/house';
import type { Source } from '../attribution/model';
import { addToBook } from '../configuration/editSourceBook';
import { type BookEntry, entrySpans, parseSourceBook, sourceBookName } from '../configuration/sourceBook';
import { namesNoOne, tellsUnnamed } from '../configuration/unmasking';
import { type AddToSourceBookParams, addToSourceBookCommand, type SourceBookAnswer } from '../protocol';
import { entryOf } from './bookFacts';
import type { ClientFeatures } from './clientFeatures';
import { toPosition, toRange } from './convert';
import { oneLine } from './markdown';
import type { OpenReading } from './reader';
import { type FileTarget, fileEdit } from './silence';
import { sourceAt, sourceOrSpeakerAt } from './sourcePlace';
import { statementsOf } from './statements';

/** Not a fix: an editor lists it among what can be done with a source, and shows no light bulb for it. */
export const addToBookKind = `${CodeActionKind.Source}.addToSourceBook`;

export interface AddToBookInput {
	readonly reading: OpenReading;
	/** The book as it is to be changed; null where there is no place for one. */
	readonly target: FileTarget | null;
	readonly features: ClientFeatures;
}

/** The source that is spoken of at a document offset, or the one that says what is said there. */
export function addedAt(input: AddToBookInput, offset: number): SourceBookAnswer<WorkspaceEdit> {
	return added(input, sourceOrSpeakerAt(input.reading.analysis, offset)?.source);
}

/** The source that the draft calls so. */
export function addedByName(input: AddToBookInput, name: string): SourceBookAnswer<WorkspaceEdit> {
	const key = houseKey(name);
	const { sources } = input.reading.analysis;
	const called = (way: 'name' | 'shortName') => sources.find(source => houseKey(source[way]) === key);
	return added(input, called('name') ?? called('shortName'));
}

/** The code action where a named source stands that is not in the book; without a command of the client it is the edit itself. */
export function addToBookActions(input: AddToBookInput, offset: number, hasCommand: boolean): CodeAction[] {
	const source = sourceAt(input.reading.analysis, offset)?.source;
	const answer = source?.identification === 'named' ? added(input, source) : null;
	if (!source || !answer?.edit) return [];
	const title = t('Add {0} to the source book', oneLine(source.shortName));
	if (!hasCommand) return [{ title, kind: addToBookKind, edit: answer.edit }];
	const { document } = input.reading;
	const argument: AddToSourceBookParams = { uri: document.uri, ...toPosition(document, offset) };
	return [{ title, kind: addToBookKind, command: { title, command: addToSourceBookCommand, arguments: [argument] } }];
}

function added(
	{ reading, target, features }: AddToBookInput,
	source: Source | undefined,
): SourceBookAnswer<WorkspaceEdit> {
	if (!source) return { refusal: t('There is no source here to add to the source book.') };
	if (source.identification !== 'named' || namesNoOne.test(source.name))
		return { refusal: t('An unnamed source has no place in a file.') };
	if (target === null)
		return { refusal: t('The source book is a file in the folder of the draft: open that folder first.') };
	const text = target.text ?? '';
	if (!parseSourceBook(text).wellFormed)
		return {
			refusal: t('The source book has mistakes in it, and is not changed until they are put right.'),
			...placeIn(target, text, 0),
		};
	const entry = entryFor(reading.analysis, source);
	const known = entryOf(reading.settings.book.found?.book ?? [], source)?.name ?? entry.name;
	const before = entrySpans(text).get(houseKey(known));
	if (before) return placeIn(target, text, before.start);
	if (target.text === null && !features.createFiles)
		return { refusal: t('This editor cannot make files for its extensions: make {0} first.', sourceBookName) };
	const changes = addToBook(text, entry);
	if (!changes)
		return { refusal: t('The source book has no list of “sources” to add to.'), ...placeIn(target, text, 0) };
	const document = TextDocument.create(target.uri, 'jsonc', 0, text);
	const edits = changes.map(
		({ start, end, text: newText }): TextEdit => ({ range: toRange(document, { start, end }), newText }),
	);
	const after = TextDocument.applyEdits(document, edits);
	const at = entrySpans(after).get(houseKey(entry.name))?.start ?? 0;
	return { ...placeIn(target, after, at), edit: fileEdit(target, edits, features) };
}

function placeIn({ uri }: FileTarget, text: string, offset: number): Pick<SourceBookAnswer, 'book'> {
	return { book: { uri, ...toPosition(TextDocument.create(uri, 'jsonc', 0, text), offset) } };
}

/** What the draft tells of a source. The mark of its reliability is for people to set. */
function entryFor(analysis: Analysis, source: Source): BookEntry {
	const [role] = source.descriptors.map(plain).filter(isFit);
	const [interest] = statementsOf(analysis, source).stakes.map(plain).filter(isFit);
	const name = plain(source.name);
	const short = plain(source.shortName);
	const isShortened = houseKey(name).split(' ').includes(houseKey(short)) || namesNoOne.test(short);
	return {
		name,
		aliases: isShortened || houseKey(short) === houseKey(name) ? [] : [short],
		...(source.kind !== 'unknown' && { kind: source.kind }),
		...(role !== undefined && { role }),
		...(interest !== undefined && { interest }),
	};
}

function plain(words: string): string {
	return oneLine(words).replace(/\s+/g, ' ').trim();
}

function isFit(words: string): boolean {
	return words !== '' && words.length <= longestField && !tellsUnnamed.test(words);
}

const longestField = 200;
