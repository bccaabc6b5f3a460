/** What a fix may write; one function a kind of gap. */
export { attributeAgentless } from './agentless';
export { attributeGroup } from './group';
export { attributeQuotation } from './quotation';
export { describeSource } from './source';
export { attributeStatement } from './statement';
