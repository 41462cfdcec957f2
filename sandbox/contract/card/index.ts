export { type CardTree, createCardTree } from './card-tree.ts';
export {
  type CardElementEntry,
  type CardEvent,
  type CardProperties,
  type CardProperty,
  type CardTag,
  cardElement,
  cardElements,
} from './elements.ts';
export { cardLimits } from './limits.ts';
export {
  AS_LISTENER,
  AS_PROPERTY,
  type CardMethod,
  type CardNode,
  type CardRecord,
  type CardStart,
  cardEvents,
  cardMethods,
  INSERT_CHILD,
  UPDATE_PROPERTY,
} from './records.ts';
export { plainWords } from './words.ts';
