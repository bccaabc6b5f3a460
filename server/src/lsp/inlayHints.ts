/** After a pronoun that speaks: whom it is taken to mean. */
import { t } from '@vscode/l10n';
import type { InlayHint, InlayHintLabelPart } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Analysis } from '../analysis';
import type { ResolvedAttribution, SourceSummary } from '../attribution/context';
import type { BlockAnalysis, Mention } from '../attribution/model';
import { isRead } from '../text/block';
import { overlaps, type Span } from '../text/span';
import { toRange } from './convert';
import { oneLine } from './markdown';
import { documentSpan } from './place';

/** As much of a name as a line of prose bears. */
const longestName = 32;
/** What follows its own name needs no hint. */
const relatives: ReadonlySet<string> = new Set(['who', 'whom', 'whose', 'which', 'that']);

/** The hints within a document span. */
export function inlayHints(document: TextDocument, analysis: Analysis, within: Span): InlayHint[] {
	const last = lastMentions(analysis);
	return analysis.analyses.flatMap((read, block) => {
		if (!isRead(read.block) || !overlaps(read.block.span, within)) return [];
		return read.attributions.flatMap(({ source }, index) => {
			const resolved = analysis.contexts[block]?.attributions[index];
			if (source?.form !== 'pronoun' || !resolved?.source || isRelative(read, source)) return [];
			const span = documentSpan(analysis, block, source);
			if (span.end < within.start || within.end < span.end) return [];
			const said = document.getText(toRange(document, span));
			return [hintOf(document, { said, span, resolved, last })];
		});
	});
}

interface Spoken {
	/** The pronoun as it is written. */
	readonly said: string;
	readonly span: Span;
	readonly resolved: ResolvedAttribution;
	readonly last: LastMention;
}

function hintOf(document: TextDocument, { said, span, resolved, last }: Spoken): InlayHint {
	const meant = meantBy(resolved);
	const inDoubt = meant.length > 1;
	const names = meant.map((source, index): InlayHintLabelPart => {
		const place = last(source.id, span.start);
		return {
			value: `${index > 0 ? ' ' : ''}${shortened(source.shortName)}${inDoubt ? '?' : ''}`,
			...(place && { location: { uri: document.uri, range: toRange(document, place) } }),
		};
	});
	return {
		position: toRange(document, span).end,
		label: [{ value: '‹' }, ...names, { value: '›' }],
		paddingLeft: true,
		tooltip: reason(document, said, meant, last(meant[0]?.id ?? '', span.start)),
	};
}

function meantBy({ source, candidates }: ResolvedAttribution): readonly SourceSummary[] {
	if (candidates !== undefined && candidates.length > 1) return candidates;
	return source ? [source] : [];
}

/** In plain text: a client shows it as it is. */
function reason(document: TextDocument, said: string, meant: readonly SourceSummary[], place: Span | null): string {
	const [first = '', ...others] = meant.map(({ name }) => oneLine(name));
	if (others.length > 0) {
		const names = others.reduce((before, name) => t('{0} or {1}', before, name), first);
		return t('“{0}” may be {1}: both fit, and neither is likelier.', said, names);
	}
	if (place === null) return t('“{0}” is taken for {1}, the likeliest of those before it.', said, first);
	return t(
		'“{0}” is taken for {1}, the likeliest of those before it: “{2}”, line {3}.',
		said,
		first,
		oneLine(document.getText(toRange(document, place))),
		document.positionAt(place.start).line + 1,
	);
}

function isRelative({ tokens }: BlockAnalysis, { head }: Mention): boolean {
	return relatives.has(tokens[head]?.lower ?? '');
}

/** Where a source was last spoken of by more than a pronoun before an offset. */
type LastMention = (id: string, before: number) => Span | null;

function lastMentions(analysis: Analysis): LastMention {
	const sources = new Map(analysis.sources.map(source => [source.id, source]));
	return (id, before) =>
		sources.get(id)?.mentions.findLast(({ start, end }) => end <= before && !isPronoun(analysis.text, start, end)) ??
		null;
}

const pronouns: ReadonlySet<string> = new Set(['he', 'she', 'it', 'they', 'i', 'we', ...relatives]);

function isPronoun(text: string, start: number, end: number): boolean {
	return pronouns.has(text.slice(start, end).toLowerCase());
}

/** "A senior official who was briefed" as far as it goes; never a name the draft does not give. */
function shortened(name: string): string {
	const text = oneLine(name);
	if (text.length <= longestName) return text;
	const cut = text.lastIndexOf(' ', longestName);
	return `${text.slice(0, cut > 0 ? cut : longestName)}…`;
}
