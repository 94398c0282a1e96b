/** The state of the installation speaks against it; the sentence is for the operator's terminal. */
export class PenolakanAwal extends Error {}
