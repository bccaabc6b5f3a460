/** The days a draft tells of. */
import type { BlockAnalysis } from '../attribution/model';
import type { Span } from '../text/span';
import type { Token } from '../text/tokens';

const months = new Set(
	(
		'january february march april may june july august september october november december ' +
		'jan feb mar apr jun jul aug sep sept oct nov dec'
	).split(' '),
);
/** Words before a month that stands alone: "in May", and not "may". */
const monthPrepositions = new Set(
	'in since until by of last next from during before after through early late mid'.split(' '),
);
const weekdays = new Set('monday tuesday wednesday thursday friday saturday sunday today tonight'.split(' '));
const numericDate = /^(?:\d{4}-\d{2}-\d{2}|\d{1,2}[./]\d{1,2}[./]\d{2,4})$/;
const year = /^(?:1[5-9]|20)\d\d$/;
/** Or a row of days: "May 16-19". */
const day = /^(?:[12]?\d|3[01])(?:st|nd|rd|th)?(?:[-–](?:[12]?\d|3[01]))?$/;

/** "3 May 2019", "May 3", "in May", "2019-05-03": block-relative, in order. */
export function datesIn({ tokens }: BlockAnalysis): readonly Span[] {
	const found: Span[] = [];
	for (let i = 0; i < tokens.length; i++) {
		const token = tokens[i] as Token;
		if (numericDate.test(token.text)) {
			found.push({ start: token.start, end: token.end });
			continue;
		}
		if (!isMonth(token)) continue;
		const hasDayBefore = day.test(tokens[i - 1]?.text ?? '') && tokens[i - 1]?.kind === 'number';
		const first = hasDayBefore ? i - 1 : i;
		let last = i;
		if (!hasDayBefore && day.test(tokens[last + 1]?.text ?? '')) last++;
		if (year.test(tokens[last + 1]?.text ?? '')) last++;
		else if (tokens[last + 1]?.text === ',' && year.test(tokens[last + 2]?.text ?? '')) last += 2;
		const isDated = hasDayBefore || last > i || monthPrepositions.has(tokens[i - 1]?.lower ?? '');
		if (!isDated) continue;
		found.push({ start: (tokens[first] as Token).start, end: (tokens[last] as Token).end });
		i = last;
	}
	return found;
}

function isMonth({ text, lower }: Token): boolean {
	return text.charAt(0) !== lower.charAt(0) && months.has(lower.endsWith('.') ? lower.slice(0, -1) : lower);
}

/** "Monday", "today": a day that a date elsewhere has to place. */
export function weekdaysIn({ tokens }: BlockAnalysis): readonly Span[] {
	return tokens.filter(({ lower }) => weekdays.has(lower)).map(({ start, end }) => ({ start, end }));
}
