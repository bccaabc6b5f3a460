/** Rename: a source's name as it stands at the caret, wherever the draft calls the source so. */
import { t } from '@vscode/l10n';
import {
	type AnnotatedTextEdit,
	type ChangeAnnotation,
	LSPErrorCodes,
	ResponseError,
	type TextEdit,
	type WorkspaceEdit,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Analysis } from '../analysis';
import type { Source } from '../attribution/model';
import { inSlices } from '../text/slices';
import type { Span } from '../text/span';
import type { ClientFeatures } from './clientFeatures';
import { toRange } from './convert';
import { oneLine } from './markdown';
import { bearersOf, endOfName, type NameInBlock, namesIn, spokenOf } from './names';
import { documentSpan, isQuoted, wordsIn } from './place';
import { sourceAt } from './sourcePlace';

/** A name that can be changed; document offsets. */
export interface Renameable {
	readonly source: Source;
	readonly name: NameInBlock;
	readonly span: Span;
	/** The name as it reads. */
	readonly words: string;
}

/** The name at a document offset; a refusal tells why there is none. Null where no source is spoken of. */
export function renameableAt(analysis: Analysis, offset: number): Renameable | { readonly refusal: string } | null {
	const place = sourceAt(analysis, offset);
	if (!place) return null;
	const { source, span: mention } = place;
	const here = oneLine(wordsIn(analysis, mention));
	if (source.identification !== 'named') {
		return { refusal: t('“{0}” is not named here: there is no name to change.', here) };
	}
	const { form, name } = spokenOf(analysis, source, mention);
	if (!name) {
		const meant = oneLine(source.name);
		return {
			refusal:
				form === 'pronoun'
					? t('“{0}” is a pronoun. It stands for {1}: rename it there.', here, meant)
					: t('“{0}” is not a name. It stands for {1}: rename it there.', here, meant),
		};
	}
	const span = documentSpan(analysis, name.block, name);
	const words = wordsIn(analysis, span);
	if (offset < span.start || span.end < offset) {
		return { refusal: t('Put the caret on the name: “{0}”.', oneLine(words)) };
	}
	return { source, name, span, words };
}

/** How sure it is that a place is to change. */
export type Certainty = 'sure' | 'quoted' | 'elsewhere';

export interface RenameEdit {
	readonly span: Span;
	readonly text: string;
	/** `quoted`: inside quotation marks; `elsewhere`: the same name where the source is not known to be meant. */
	readonly certainty: Certainty;
}

/**
 * The same form of the name in all mentions of the source; of a person's last name also as the end of the full name. What
 * only reads the same ("an aide to Reed") is not known to be the source. In slices.
 */
export function* renameEdits(
	analysis: Analysis,
	{ source, name: chosen }: Renameable,
	newName: string,
): Generator<undefined, RenameEdit[], void> {
	const { bare } = chosen;
	const ends = source.kind === 'person' && !bare.includes(' ');
	const edits: RenameEdit[] = [];
	const done = new Set<number>();
	const add = (name: NameInBlock, isKnown: boolean): void => {
		const whole = documentSpan(analysis, name.block, name);
		if (done.has(whole.start)) return;
		done.add(whole.start);
		const certainty = isQuoted(analysis, whole) ? 'quoted' : isKnown ? 'sure' : 'elsewhere';
		for (const { span, text } of editsOf(analysis, name, newName)) edits.push({ span, text, certainty });
	};
	add(chosen, true);
	const sameIn = (name: NameInBlock) => (ends ? endOfName(analysis, name, bare) : name.bare === bare ? name : null);
	yield* inSlices(source.mentions, mention => {
		const { name } = spokenOf(analysis, source, mention);
		const same = name && sameIn(name);
		if (same) add(same, true);
		return unitsOfMention;
	});
	const others = analysis.sources.filter(({ id }) => id !== source.id).flatMap(other => other.mentions);
	const taken = new Set(others.map(({ start, end }) => `${start} ${end}`));
	yield;
	const bearers = bearersOf(analysis);
	yield;
	yield* inSlices(analysis.analyses, (read, block) => {
		for (const name of namesIn(read, block)) {
			const { start, end } = documentSpan(analysis, name.block, name);
			const isOthers = taken.has(`${start} ${end}`) || bearers.get(name.bare)?.every(({ id }) => id !== source.id);
			const same = isOthers ? null : sameIn(name);
			if (same) add(same, false);
		}
		return read.block.text.length;
	});
	return edits.sort((a, b) => a.span.start - b.span.start);
}

/** What looking at a mention costs, in units of text that is read. */
const unitsOfMention = 100;

/**
 * The name at one place. Where marks or a line break stand between its words ("*Jane* Reed"), it changes word by word; a
 * shorter name would leave marks around nothing, so that such a place stays as it is.
 */
function editsOf(analysis: Analysis, name: NameInBlock, newName: string): readonly { span: Span; text: string }[] {
	const span = documentSpan(analysis, name.block, name);
	const words = wordsIn(analysis, span);
	if (analysis.text.slice(span.start, span.end) === words) return [{ span, text: newName }];
	const parts = [...words.matchAll(/\S+/g)];
	const fresh = newName.split(/\s+/);
	if (fresh.length < parts.length) return [];
	return parts.flatMap(({ 0: word, index }, at) => {
		const text = at === parts.length - 1 ? fresh.slice(at).join(' ') : (fresh[at] as string);
		const start = name.start + index;
		return text === word
			? []
			: [{ span: documentSpan(analysis, name.block, { start, end: start + word.length }), text }];
	});
}

/** The new name as it can stand in a line of a draft; throws a `ResponseError` where it cannot. */
export function checkedName(newName: string): string {
	const name = newName.trim();
	if (name !== '' && oneLine(name) === name) return name;
	throw new ResponseError(LSPErrorCodes.RequestFailed, t('A name is at least one letter, on one line.'));
}

const annotations: Readonly<Record<Certainty, () => ChangeAnnotation>> = {
	sure: () => ({ label: t('Where the source is spoken of') }),
	quoted: () => ({
		label: t('Inside quotation marks'),
		description: t('Words as someone said or wrote them: change them?'),
		needsConfirmation: true,
	}),
	elsewhere: () => ({
		label: t('The same name elsewhere'),
		description: t('Is it the same one?'),
		needsConfirmation: true,
	}),
};

/** With a preview for what is to be confirmed; a client that cannot ask changes only what is sure. */
export function toRenameEdit(
	document: TextDocument,
	edits: readonly RenameEdit[],
	{ renameAnnotations, documentChanges }: ClientFeatures,
): WorkspaceEdit {
	const plain = (edit: RenameEdit): TextEdit => ({ range: toRange(document, edit.span), newText: edit.text });
	const { uri, version } = document;
	if (!renameAnnotations) {
		const sure = edits.filter(({ certainty }) => certainty === 'sure').map(plain);
		return documentChanges
			? { documentChanges: [{ textDocument: { uri, version }, edits: sure }] }
			: { changes: { [uri]: sure } };
	}
	const annotated = edits.map((edit): AnnotatedTextEdit => ({ ...plain(edit), annotationId: edit.certainty }));
	const used = Object.entries(annotations).filter(([id]) => edits.some(({ certainty }) => certainty === id));
	return {
		documentChanges: [{ textDocument: { uri, version }, edits: annotated }],
		changeAnnotations: Object.fromEntries(used.map(([id, annotation]) => [id, annotation()])),
	};
}
