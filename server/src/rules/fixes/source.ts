/** Asks what a draft can tell of a source it does not name: position, how it knows, why it is not named. Never the name. */
import { t } from '@vscode/l10n';
import type { Mention } from '../../attribution/model';
import type { Span } from '../../text/span';
import type { Edit, Fix } from '../rule';
import { skipSpace } from './ending';
import { edit, gap } from './query';
import type { FixView } from './view';

const position = '[at which body?]';
const basis = '[took part, was briefed, saw it?]';
/** A position that says where: "an official at the ministry". */
const namesBody = /\b(?:at|of|in|from|for|with|ministry|department|office|police|army|agency|party|board|bank)\b/iu;
const condition = 'on condition of anonymity because ';

/**
 * Fixes for a source that is not named, at most three: at which body, how it knows, why it is not named. What the draft
 * tells already is not asked again. None invites naming it.
 */
export function describeSource(view: FixView, mention: Mention): readonly Fix[] {
	const { analysis, context } = view;
	const index = analysis.attributions.findIndex(({ source }) => source !== null && source.start === mention.start);
	const known = context.attributions[index]?.source?.anonymity ?? null;
	const { text } = analysis.block;
	const words = text.slice(mention.start, mention.end);
	const fixes: Fix[] = [];
	const head = analysis.tokens[mention.head];
	const closeness =
		/ (?:close to|familiar with|involved in|briefed on|with knowledge of|near|at|in|from|to|who|which|that) /u;
	const described = closeness.test(` ${words.slice(Math.max(0, (head?.end ?? 0) - mention.start))} `);
	if (!described && !namesBody.test(known?.position ?? '') && head !== undefined && head.end <= mention.end) {
		fixes.push(asking(t('Say at which body the source is'), [after(text, head.end, ` `, position)]));
	}
	if (known?.basis == null && !/ who /u.test(words)) {
		const edited = relative(text, mention, `who `, basis);
		if (edited !== undefined) fixes.push(asking(t('Say how the source knows'), [edited]));
	}
	if (known?.reason == null && !/anonym/iu.test(text.slice(mention.start, mention.end + 160))) {
		fixes.push(asking(t('Say why the source is not named'), [reasonEdit(view, mention, index)]));
	}
	return fixes;
}

function asking(title: string, edits: readonly Edit[]): Fix {
	return { title, kind: 'attribute', edits };
}

function after(text: string, end: number, before: string, query: string): Edit {
	const next = skipSpace(text, end);
	return edit({ start: end, end: next }, before, gap(query), next > end ? ' ' : '');
}

function relative(text: string, mention: Span, before: string, query: string): Edit | undefined {
	// "a source, described as …": a comma after it already tells more.
	if (
		text.charAt(mention.end) === ',' &&
		/^, (?:described|who|speaking)/u.test(text.slice(mention.end, mention.end + 14))
	) {
		return undefined;
	}
	return after(text, mention.end, ` ${before}`, query);
}

/** "…, a senior official said on condition of anonymity because [reason]." or, in front, "…, who spoke on condition …, said". */
function reasonEdit({ analysis }: FixView, mention: Mention, index: number): Edit {
	const { text } = analysis.block;
	const attribution = analysis.attributions[index];
	const cue = attribution?.cue ?? null;
	const addressee = attribution?.addressee ?? null;
	const end = Math.max(cue?.end ?? 0, mention.end, addressee?.end ?? 0);
	const trails = cue !== null && cue.lemma !== 'according to' && /^[.;]/u.test(text.slice(end, end + 1));
	if (trails) return edit({ start: end, end: end + 1 }, ` ${condition}`, gap('[reason]'), text.charAt(end));
	const next = text.charAt(mention.end);
	if (/^[,.;:]/u.test(next)) {
		return edit({ start: mention.end, end: mention.end + 1 }, `, who spoke ${condition}`, gap('[reason]'), next);
	}
	const follows = skipSpace(text, mention.end);
	return edit(
		{ start: mention.end, end: follows },
		`, who spoke ${condition}`,
		gap('[reason]'),
		follows > mention.end ? ', ' : '',
	);
}
