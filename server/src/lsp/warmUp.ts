/** Reads a sample before the first document comes: code that has run before runs faster. */
import type { Draft } from '../analysis';
import type { Rule } from '../rules/rule';
import type { Driver } from './driver';
import type { Timer } from './environment';

/** A key of its own, beside those of documents. */
const key = 'warm-up';
/** Whoever starts the server for a document sends it at once. */
const patience = 50;

/** The rules' own examples, as one draft: something for every rule to read. */
export function sampleOf(rules: readonly Rule[]): Draft {
	const text = rules.flatMap(({ example, nonExample }) => [example, nonExample]).join('\n\n');
	return { text, format: 'markdown', genre: 'news', rules: {} };
}

/** Starts reading the sample when nothing else has come for a while, slice by slice; the returned function stops it for good. */
export function warmUp(driver: Driver, timer: Timer, sample: Draft): () => void {
	const callOff = timer.after(patience, () => {
		driver.read(key, sample).then(stop, stop);
	});
	function stop(): void {
		callOff();
		driver.drop(key);
	}
	return stop;
}
