/** Addresses of pages and mailboxes in prose. */
import { codeAt, isDigit, isLetter, isSpace, isWordCharacter } from './characters';

/** What follows an address rather than ending it. */
const trailing = '.,;:!?\'"’”)]}…*_';
const delimiters = '<>"“”«»';

/** The end of the web address at `start` (`https://…`, `www.…`), or `start`. */
export function addressEnd(text: string, start: number): number {
	const first = codeAt(text, start) | 0x20;
	const second = codeAt(text, start + 1) | 0x20;
	if (!(first === 0x68 && second === 0x74) && !(first === 0x77 && second === 0x77)) return start;
	const head = text.slice(start, start + 8).toLowerCase();
	const prefix = head === 'https://' ? 8 : head.startsWith('http://') ? 7 : head.startsWith('www.') ? 4 : 0;
	if (prefix === 0 || !isWordCharacter(codeAt(text, start + prefix))) return start;
	return restEnd(text, start + prefix);
}

/** The end of the mail address whose `@` stands at `at`, or `at`. */
export function mailEnd(text: string, at: number): number {
	let end = at + 1;
	let dots = 0;
	for (;;) {
		const code = codeAt(text, end);
		if (isWordCharacter(code) || code === 0x2d || code === 0x5f) end++;
		else if (code === 0x2e && isWordCharacter(codeAt(text, end + 1))) {
			dots++;
			end++;
		} else return dots > 0 ? end : at;
	}
}

/** The end of an address without a scheme (`example.org/news`) whose first slash stands at `slash`, or `slash`. */
export function pathEnd(text: string, start: number, slash: number): number {
	if (!isWordCharacter(codeAt(text, slash + 1))) return slash;
	let dot = slash - 1;
	while (dot > start && isLetter(codeAt(text, dot)) && slash - dot < 8) dot--;
	const domain = codeAt(text, dot) === 0x2e && slash - dot > 2 && !isDigit(codeAt(text, dot - 1));
	return domain ? restEnd(text, slash + 1) : slash;
}

function restEnd(text: string, from: number): number {
	let end = from;
	let brackets = 0;
	for (; end < text.length; end++) {
		const code = text.charCodeAt(end);
		if (isSpace(code) || delimiters.includes(text.charAt(end))) break;
		if (code === 0x28) brackets++;
	}
	while (end > from && trailing.includes(text.charAt(end - 1))) {
		// A bracket opened within is closed within: …/Treaty_(1920)
		if (text.charAt(end - 1) === ')' && brackets > 0) break;
		end--;
	}
	return end;
}
