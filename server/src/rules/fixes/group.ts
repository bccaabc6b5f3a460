/** Asks for one who belongs to a group that hides its members. */
import type { Span } from '../../text/span';
import type { Fix } from '../rule';
import { skipSpace } from './ending';
import { attribution, edit, who } from './query';
import type { FixView } from './view';

/**
 * Fixes for a vague group, `mention` (block-relative): "Critics, including [who?], say". `role` tells whether it speaks
 * (`subject`) or views (`by`, as in "viewed by many in the West as"); the words are the same.
 */
export function attributeGroup(
	view: FixView,
	mention: Span,
	role: 'subject' | 'by',
	speakers?: readonly string[],
): readonly Fix[] {
	const { text } = view.analysis.block;
	if (mention.end <= mention.start || mention.end > text.length) return [];
	const own = text.slice(mention.start, mention.end).toLowerCase();
	const names = (speakers ?? view.context.nearbySpeakers).filter(name => name.toLowerCase() !== own);
	const query = who(view, names);
	const next = skipSpace(text, mention.end);
	const mark = text.charAt(next);
	if (next > mention.end && !/^[,;:.?!)]/u.test(mark)) {
		return [attribution(query, [edit({ start: mention.end, end: next }, ', including ', query, ', ')])];
	}
	if (mark === ',' || (mark !== '' && /^[;:.?!)]/u.test(mark))) {
		return [attribution(query, [edit({ start: next, end: next + 1 }, ', including ', query, mark)])];
	}
	// A closing mark, a dash, or nothing follows; a group that speaks is closed off from its verb by the comma.
	const after = role === 'subject' && mark !== '' ? ',' : '';
	return [attribution(query, [edit({ start: mention.end, end: mention.end }, ', including ', query, after)])];
}
