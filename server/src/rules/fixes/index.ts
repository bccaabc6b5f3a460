/** What a fix may write; every row of EDITORIAL's "Model fixes" that the rules use. */
export { attributeAgentless } from './agentless';
export { attributeGroup } from './group';
export { attributeQuotation } from './quotation';
export { describeSource } from './source';
export { attributeStatement } from './statement';
