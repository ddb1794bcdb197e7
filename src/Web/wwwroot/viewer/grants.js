// @ts-check

/** What the customer has allowed; bits as on the wire. */
export const Grant = Object.freeze({ view: 1, control: 2, clipboardToConsultant: 4, clipboardToCustomer: 8, fileToCustomer: 16 });

export const ALL_GRANTS = 31;
