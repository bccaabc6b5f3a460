/** What can be told of a stretch of prose from its outside: how it ends, how long it is, which way it runs. */

import { isDigit, isLetter, isUpper } from './characters';

const closers = new Set([...'"\'”’»›)]}*_']);
const initialism = /(?:^|[^A-Za-z])(?:[A-Za-z]\.){2,}$/;
const innerEnd = /[.!?…]["'”’»)\]]{0,3}\s+["'“‘«([]{0,3}(?=\S)/g;
const titleBefore = /(?:^|[^A-Za-z])(?:[A-Z]|Mr|Mrs|Ms|Dr|Prof|Gen|Sen|Rep|Gov|Lt|Col|Sgt|St|No|vs|Jr|Sr)$/;
const rightToLeft = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/;

/** Whether the text ends with a full stop, question or exclamation mark, quotation marks and brackets aside. */
export function endsSentence(text: string): boolean {
	const mark = lastMark(text);
	return mark === '.' || mark === '!' || mark === '?' || mark === '…' || mark === '。' || mark === '؟' || mark === '։';
}

/** Whether the text ends as a sentence of running prose does and a headline does not; `U.S.` at the end is no stop. */
export function hasFinalStop(text: string): boolean {
	const mark = lastMark(text);
	return (mark === '.' && !initialism.test(text.slice(-12))) || mark === '…';
}

/** The last code unit that is not a closing mark or space; empty where there is none. */
export function lastMark(text: string): string {
	for (let index = text.length - 1; index >= 0; index--) {
		const unit = text.charAt(index);
		if (!closers.has(unit) && unit.trim() !== '') return unit;
	}
	return '';
}

/** Whether a sentence ends, and another begins, inside the text. */
export function hasInnerSentenceEnd(text: string): boolean {
	for (const match of text.matchAll(innerEnd)) {
		const opens = startsUpper(text.charAt(match.index + match[0].length));
		if (opens && !titleBefore.test(text.slice(Math.max(0, match.index - 8), match.index))) return true;
	}
	return false;
}

/** How many words, counted by the white space around them. */
export function countWords(text: string): number {
	let count = 0;
	let inside = false;
	for (let index = 0; index < text.length; index++) {
		const code = text.charCodeAt(index);
		const space = code === 32 || code === 160 || (code >= 9 && code <= 13);
		if (!space && !inside) count++;
		inside = !space;
	}
	return count;
}

/** Whether most of the letters are of a script that runs from right to left. */
export function isRightToLeft(text: string): boolean {
	if (!rightToLeft.test(text)) return false;
	let against = 0;
	let letters = 0;
	for (let index = 0; index < text.length; index++) {
		if (!isLetter(text.charCodeAt(index))) continue;
		letters++;
		if (rightToLeft.test(text.charAt(index))) against++;
	}
	return against * 2 > letters;
}

/** Whether there is a letter of any script in the text. */
export function hasLetter(text: string): boolean {
	for (let index = 0; index < text.length; index++) {
		if (isLetter(text.charCodeAt(index))) return true;
	}
	return false;
}

/** Whether the text begins with a capital letter. */
export function startsUpper(text: string): boolean {
	return isUpper(text.charCodeAt(0) | 0);
}

/** Whether the text begins as sentences do: with a capital letter or a number, quotation marks and brackets aside. */
export function opensSentence(text: string): boolean {
	const first = text.charCodeAt(/^["'“‘«(¿¡]/.test(text) ? 1 : 0) | 0;
	return isUpper(first) || isDigit(first);
}
