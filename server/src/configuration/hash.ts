/**
 * Short keyed hashes, so that words can be recognised without being kept.
 *
 * What they protect: nobody reads the words off the file, tables made for one file are of no use with another, and the
 * same words look different in two workspaces. What they do not: the salt stands in the file, so whoever has it can try
 * out guesses. A single common word is found that way; five words in a row are not, since there are many more such rows
 * than hashes, and each hash fits countless of them. Whoever already has a passage can tell that it is meant.
 */

/** Hashes words of one purpose ("before", "phrase") to hexadecimal digits. */
export type Hasher = (purpose: string, words: string, digits: number) => string;

/** A hasher with its own salt; it remembers what it was asked, since a draft is read again after each key. */
export function createHasher(salt: string): Hasher {
	const known = new Map<string, string>();
	return (purpose, words, digits) => {
		const message = `${salt}\n${purpose}\n${words}`;
		let hash = known.get(message);
		if (hash === undefined) {
			if (known.size >= mostKnown) known.clear();
			hash = sha256(message);
			known.set(message, hash);
		}
		return hash.slice(0, digits);
	};
}

/** A new salt. It need not be secret, only unlike others: `random` gives numbers from 0 to 1. */
export function newSalt(random: () => number): string {
	return Array.from({ length: 16 }, () => Math.floor(random() * 16).toString(16)).join('');
}

const mostKnown = 20_000;

/** SHA-256 (FIPS 180-4) of a string's UTF-16 code units, in hexadecimal: a worker has no synchronous hash of its own. */
export function sha256(text: string): string {
	const state = [...initial];
	const words = paddedWords(text);
	for (let at = 0; at < words.length; at += 16) compress(state, words, at);
	return state.map(word => (word >>> 0).toString(16).padStart(8, '0')).join('');
}

/** Two code units a word, big end first; then a one bit, zeros, and the length in bits. */
function paddedWords(text: string): Uint32Array {
	const blocks = Math.ceil((text.length * 2 + 9) / 64);
	const words = new Uint32Array(blocks * 16);
	for (let i = 0; i < text.length; i++) {
		words[i >> 1] = at(words, i >> 1) | (text.charCodeAt(i) << (i % 2 === 0 ? 16 : 0));
	}
	words[text.length >> 1] = at(words, text.length >> 1) | (0x8000 << (text.length % 2 === 0 ? 16 : 0));
	words[words.length - 2] = Math.floor((text.length * 16) / 2 ** 32);
	words[words.length - 1] = text.length * 16;
	return words;
}

const schedule = new Uint32Array(64);

function compress(state: number[], words: Uint32Array, from: number): void {
	for (let i = 0; i < 64; i++) {
		if (i < 16) {
			schedule[i] = at(words, from + i);
			continue;
		}
		const x = at(schedule, i - 15);
		const y = at(schedule, i - 2);
		const s0 = rotated(x, 7) ^ rotated(x, 18) ^ (x >>> 3);
		const s1 = rotated(y, 17) ^ rotated(y, 19) ^ (y >>> 10);
		schedule[i] = at(schedule, i - 16) + s0 + at(schedule, i - 7) + s1;
	}
	let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = state;
	for (let i = 0; i < 64; i++) {
		const s1 = rotated(e, 6) ^ rotated(e, 11) ^ rotated(e, 25);
		const t1 = (h + s1 + ((e & f) ^ (~e & g)) + (constants[i] ?? 0) + at(schedule, i)) | 0;
		const s0 = rotated(a, 2) ^ rotated(a, 13) ^ rotated(a, 22);
		const t2 = (s0 + ((a & b) ^ (a & c) ^ (b & c))) | 0;
		h = g;
		g = f;
		f = e;
		e = (d + t1) | 0;
		d = c;
		c = b;
		b = a;
		a = (t1 + t2) | 0;
	}
	for (const [i, word] of [a, b, c, d, e, f, g, h].entries()) state[i] = ((state[i] ?? 0) + word) | 0;
}

function rotated(word: number, by: number): number {
	return (word >>> by) | (word << (32 - by));
}

function at(words: Uint32Array, index: number): number {
	return words[index] ?? 0;
}

/** The first bits of the fractional parts of the roots of the first primes: square roots to start from, cube roots for the rounds. */
const primes = firstPrimes(64);
const initial = primes.slice(0, 8).map(prime => fraction(Math.sqrt(prime)));
const constants = primes.map(prime => fraction(Math.cbrt(prime)));

function fraction(root: number): number {
	return Math.floor((root - Math.floor(root)) * 2 ** 32) | 0;
}

function firstPrimes(count: number): readonly number[] {
	const found: number[] = [];
	for (let number = 2; found.length < count; number++) {
		if (found.every(prime => number % prime !== 0)) found.push(number);
	}
	return found;
}
