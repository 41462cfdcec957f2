/** Whether the customer has just tapped in this page. A browser that does not tell would not stamp a message either. */
export const isTapped = (): boolean => navigator.userActivation?.isActive ?? false;
