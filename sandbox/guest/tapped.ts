/** Asked for once: the property of `navigator` costs more than a whole call of ours may. */
const activation: UserActivation | undefined = globalThis.navigator?.userActivation;

/** Whether the customer has just tapped in this page. A browser that does not tell would not stamp a message either. */
export const isTapped = (): boolean => activation?.isActive ?? false;
