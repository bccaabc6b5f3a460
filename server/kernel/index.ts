/**
 * The inner loops of the taggers, for WebAssembly: AssemblyScript, not TypeScript. A process that has just begun runs
 * JavaScript through an interpreter, some ten times slower than it will; this is fast from its first word on.
 */
export {
	beginBlock,
	labelsAt,
	marginsAt,
	opinionFeatures,
	readFirst,
	readSecond,
	setStages,
	sharedFeatures,
	wordyFeatures,
} from './attribution';
export { allocate, fallBack, height } from './memory';
export { addBoth, addNarrow, addWide, buckets, checkSection, createNarrow, createWide } from './models';
export { partOfSpeechFeatures, setPartOfSpeechModel, tagSentence } from './partOfSpeech';
export { decode } from './sequence';
