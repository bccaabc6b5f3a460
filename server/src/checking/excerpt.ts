/** As much of a passage as a line shows. */
import { printable } from '../report/words';
import type { Span } from '../text/span';
import type { Excerpt } from './model';

const longest = 90;
/** What is kept of the words themselves where they are more than a line. */
const leadLength = 24;

/** The words at a span of a block's prose with what stands around them in `within`, cut between words. */
export function excerptOf(text: string, within: Span, span: Span): Excerpt {
	const words = cutAfter(
		printable(text.slice(span.start, Math.min(span.end, span.start + 4 * longest))),
		longest,
		span.end - span.start,
	);
	const room = longest - words.length;
	const behind = printable(text.slice(span.end, Math.min(within.end, span.end + 2 * longest)));
	const ahead = printable(text.slice(Math.max(within.start, span.start - 2 * longest), span.start));
	const lead = cutBefore(ahead, Math.max(Math.min(leadLength, room), room - behind.length), span.start > within.start);
	const tail = words.endsWith('…') ? '' : cutAfter(behind, longest - words.length - lead.length, behind.length);
	const before = lead === '' || lead === '…' || isJoined(text, span.start) ? lead : `${lead} `;
	const after = tail === '' || isJoined(text, span.end) ? tail : ` ${tail}`;
	return { text: `${before}${words}${after}`, start: before.length, end: before.length + words.length };
}

/** Whether no space stands at an offset. */
function isJoined(text: string, at: number): boolean {
	return !/\s/.test(text.charAt(at - 1)) && !/\s/.test(text.charAt(at));
}

function cutAfter(line: string, room: number, whole: number): string {
	if (line.length <= room && whole <= 4 * longest) return line;
	if (room < 2) return line === '' ? '' : '…';
	const cut = line.lastIndexOf(' ', room - 1);
	return `${line.slice(0, cut > 0 ? cut : room - 1)}…`;
}

function cutBefore(line: string, room: number, isMore: boolean): string {
	if (line.length <= room || !isMore) return line;
	if (room < 2) return line === '' ? '' : '…';
	const cut = line.indexOf(' ', line.length - room + 1);
	return cut < 0 ? '…' : `…${line.slice(cut + 1)}`;
}
