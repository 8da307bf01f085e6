/** What a part of a message is called in the panel: by its own name, by those of its parts, and as one of a list. */
export interface FieldNames {
	name?: string;
	parts?: Readonly<Record<string, FieldNames>>;
	/** Each entry of a list, `#` being its number from 1. */
	each?: FieldNames;
	/** The part alone says where it is, such as the title of the only card. */
	alone?: true;
}

export const named = (name: string): FieldNames => ({ name });
