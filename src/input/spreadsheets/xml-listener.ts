// What is told of an XML document, in its order, by whichever of its readers.

export type Attributes = Readonly<Record<string, string>>;

export interface Listener {
  readonly open: (name: string, attributes: Attributes) => void;
  readonly close?: (name: string) => void;
  readonly text?: (text: string) => void;
}
