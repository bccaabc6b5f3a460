/** Viterbi decoding of a block with margins from max-marginals: the best sequence through each label at each place. */
import { allocate, fallBack, height } from './memory';

/** Scores stand in eights, 16 bits each, of which the first `width` count. */
const stride: i32 = 8;

/**
 * Writes the best labels of `length` places to `labels`, a byte each, and to `margins`, 32-bit floats, by how much each
 * beats the best sequence with any other label there. `transitions` holds `width` rows of 64-bit floats and one more for
 * the beginning.
 */
export function decode(scores: i32, length: i32, width: i32, transitions: i32, labels: i32, margins: i32): void {
	if (length === 0) return;
	const mark = height();
	const forward = allocate((length * width) << 3);
	const backward = allocate((length * width) << 3);
	const from = allocate(length * width);
	for (let label = 0; label < width; label++)
		store<f64>(
			forward + (label << 3),
			load<f64>(transitions + ((width * width + label) << 3)) + score(scores, 0, label),
		);
	for (let i = 1; i < length; i++) {
		const row = i * width;
		for (let label = 0; label < width; label++) {
			let most: f64 = -Infinity;
			let which: i32 = 0;
			for (let before = 0; before < width; before++) {
				const value =
					load<f64>(forward + ((row - width + before) << 3)) + load<f64>(transitions + ((before * width + label) << 3));
				if (value > most) {
					most = value;
					which = before;
				}
			}
			store<f64>(forward + ((row + label) << 3), most + score(scores, i, label));
			store<u8>(from + row + label, <u8>which);
		}
	}
	const last = (length - 1) * width;
	for (let label = 0; label < width; label++) store<f64>(backward + ((last + label) << 3), 0);
	for (let i = length - 2; i >= 0; i--) {
		const row = i * width;
		for (let label = 0; label < width; label++) {
			let most: f64 = -Infinity;
			for (let after = 0; after < width; after++) {
				const value =
					load<f64>(transitions + ((label * width + after) << 3)) +
					score(scores, i + 1, after) +
					load<f64>(backward + ((row + width + after) << 3));
				if (value > most) most = value;
			}
			store<f64>(backward + ((row + label) << 3), most);
		}
	}
	let best: i32 = 0;
	for (let other = 1; other < width; other++) {
		if (load<f64>(forward + ((last + other) << 3)) > load<f64>(forward + ((last + best) << 3))) best = other;
	}
	for (let i = length - 1; i >= 0; i--) {
		const row = i * width;
		store<u8>(labels + i, <u8>best);
		const reached = load<f64>(forward + ((row + best) << 3)) + load<f64>(backward + ((row + best) << 3));
		let next: f64 = -Infinity;
		for (let label = 0; label < width; label++) {
			if (label === best) continue;
			const value = load<f64>(forward + ((row + label) << 3)) + load<f64>(backward + ((row + label) << 3));
			if (value > next) next = value;
		}
		store<f32>(margins + (i << 2), <f32>(reached - next));
		best = <i32>load<u8>(from + row + best);
	}
	fallBack(mark);
}

function score(scores: i32, i: i32, label: i32): f64 {
	return <f64>load<i16>(scores + ((i * stride + label) << 1));
}
