// What a writer is told about sound YAML that the press does not read all the same: everything in it
// that copies, names types or means more than it shows.

import { quote } from "../problems/quote.ts";
import { inYamlQuotes } from "./yaml-quotes.ts";

/** Whole sentences. */
export interface Words {
  readonly message: string;
  readonly cure: string;
}

export const DIRECTIVE = {
  message:
    "A line that begins with “%” would be an instruction to the reading program, and none is followed.",
  cure: "Delete the line.",
};

export const SECOND_DOCUMENT = {
  message: "A second set of fields begins here; the press reads one.",
  cure: "Put all fields into the first one and delete the line that parts them.",
};

export const ALIAS = {
  message: "What begins with “&” or “*” would stand for another value, and that is not read.",
  cure: "Write the value out, or put it in quotes if the “&” or “*” belongs to the text.",
};

export const MERGE_KEY = {
  message: "“<<” would copy other fields to this place, and that is not read.",
  cure: "Write the fields out where they belong.",
};

export const NO_NAME = {
  message: "A field here has no plain name before its colon.",
  cure: "Write “name: value”, the name without brackets.",
};

export const HALF_CHARACTER = {
  message:
    "The value holds half a character: an escape “\\uD800” to “\\uDFFF” without its partner.",
  cure: "Type the character itself.",
};

export const RESERVED_NAME = {
  message: "The name “__proto__” means something to programs, so no field can have it.",
  cure: "Give it another name, or delete it.",
};

/** @param deepest the last level that is read */
export function tooDeep(deepest: number): Words {
  return {
    message: `Here lists and fields stand inside one another more than ${deepest} levels deep.`,
    cure: "No field needs more than four levels; look for brackets that are never closed.",
  };
}

export function tagged(tag: string): Words {
  return {
    message: `${quote(tag.replace("tag:yaml.org,2002:", "!!"))} would name a type, and that is not read: a value is what it looks like.`,
    cure: "Delete it, or put the whole text in quotes if the “!” belongs to it.",
  };
}

export function twice(name: string): Words {
  return {
    message: `The field ${quote(name)} stands here a second time.`,
    cure: "Keep one of the two.",
  };
}

export function cutShort(value: string, comment: string): Words {
  return {
    message: `This text would end before ${quote(comment.trim())}: what follows “ #” counts as a comment.`,
    cure: `Put the text in quotes: ${inYamlQuotes(`${value}${comment}`)}. If it is a comment, give it a line of its own.`,
  };
}

export function unreadNext(comment: string): Words {
  return {
    message: `${quote(comment.trim())} would not be read: what follows “ #” counts as a comment.`,
    cure: `Put it in quotes: ${inYamlQuotes(comment.trim())}. If it is a comment, give it a line of its own.`,
  };
}
