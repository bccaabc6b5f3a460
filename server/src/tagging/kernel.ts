/// <reference path="./wasm.d.ts" />
/** The inner loops of the taggers, compiled to WebAssembly from `server/kernel`. */
import code from '../../kernel/index.wasm';

/** What `server/kernel/index.ts` exports; places in its memory are byte offsets. */
export interface KernelFunctions {
	readonly memory: { readonly buffer: ArrayBuffer };
	/** Where features write their buckets. */
	readonly buckets: { readonly value: number };
	allocate(size: number): number;
	height(): number;
	fallBack(mark: number): void;
	/** 0 where a section can be read, 1 where it is cut off, 2 where it is broken. */
	checkSection(section: number, length: number, bits: number): number;
	createWide(section: number, bits: number): number;
	createNarrow(first: number, second: number, bits: number, from: number, to: number): number;
	addWide(model: number, count: number, scores: number): void;
	addNarrow(model: number, from: number, count: number, scores: number): void;
	addBoth(model: number, count: number, first: number, second: number): void;
	decode(scores: number, length: number, width: number, transitions: number, labels: number, margins: number): void;
	setPartOfSpeechModel(section: number, bits: number, labels: number): void;
	tagSentence(forms: number, from: number, to: number, tags: number): void;
	partOfSpeechFeatures(
		forms: number,
		i: number,
		from: number,
		to: number,
		before: number,
		beforeThat: number,
		shift: number,
	): number;
	setStages(bits: number, first: number, second: number, firstTransitions: number, secondTransitions: number): void;
	beginBlock(tokens: number, isTitleCase: number, isQuoteFirst: number): number;
	labelsAt(): number;
	marginsAt(): number;
	readFirst(): void;
	readSecond(): void;
	sharedFeatures(i: number, shift: number): number;
	wordyFeatures(from: number, i: number, shift: number): number;
	opinionFeatures(from: number, i: number, shift: number): number;
}

/** Kernel with a memory of its own. */
export interface Kernel {
	readonly functions: KernelFunctions;
	/** Copies an array into the memory, to stay there; returns its place. */
	put(array: Uint8Array | Int32Array | Float64Array): number;
	/** Views of the memory, good until the next call that may make it grow. */
	int32s(at: number, length: number): Int32Array;
	int16s(at: number, length: number): Int16Array;
	float32s(at: number, length: number): Float32Array;
	bytes(at: number, length: number): Uint8Array;
}

/** The part of WebAssembly that is used: Node and browsers declare it, what both have in common does not. */
declare const WebAssembly: {
	readonly Module: new (bytes: Uint8Array) => object;
	readonly Instance: new (module: object) => { readonly exports: unknown };
};

let compiled: object | null = null;

/** A fresh kernel. */
export function createKernel(): Kernel {
	compiled ??= new WebAssembly.Module(code);
	const functions = new WebAssembly.Instance(compiled).exports as KernelFunctions;
	const { memory } = functions;
	const bytes = (at: number, length: number): Uint8Array => new Uint8Array(memory.buffer, at, length);
	return {
		functions,
		put(array) {
			const at = functions.allocate(array.byteLength);
			bytes(at, array.byteLength).set(new Uint8Array(array.buffer, array.byteOffset, array.byteLength));
			return at;
		},
		int32s: (at, length) => new Int32Array(memory.buffer, at, length),
		int16s: (at, length) => new Int16Array(memory.buffer, at, length),
		float32s: (at, length) => new Float32Array(memory.buffer, at, length),
		bytes,
	};
}

let ownKernel: Kernel | null = null;

/** A kernel for questions that leave nothing behind. */
export function sharedKernel(): Kernel {
	ownKernel ??= createKernel();
	return ownKernel;
}
