import { isObject } from '../../core/json';

/** What an element holds: a value, other elements by name, or several of one name. */
export type XmlContent = string | number | boolean | XmlMembers | readonly XmlContent[];
export interface XmlMembers {
	readonly [name: string]: XmlContent;
}

/** A file of the Metadata API; the order of elements is the caller's. */
export function metadataFile(root: string, members: XmlMembers): string {
	const body = elements(members, 1);
	return `<?xml version="1.0" encoding="UTF-8"?>\n<${root} xmlns="http://soap.sforce.com/2006/04/metadata">\n${body}</${root}>\n`;
}

function elements(members: XmlMembers, depth: number): string {
	return Object.entries(members)
		.map(([name, content]) => element(name, content, depth))
		.join('');
}

function element(name: string, content: XmlContent, depth: number): string {
	if (isList(content)) return content.map((one) => element(name, one, depth)).join('');
	const indent = '    '.repeat(depth);
	if (isMembers(content))
		return `${indent}<${name}>\n${elements(content, depth + 1)}${indent}</${name}>\n`;
	return `${indent}<${name}>${escaped(String(content))}</${name}>\n`;
}

function isList(content: XmlContent): content is readonly XmlContent[] {
	return Array.isArray(content);
}

function isMembers(content: XmlContent): content is XmlMembers {
	return isObject(content);
}

function escaped(text: string): string {
	return text
		.replaceAll('&', '&amp;')
		.replaceAll('<', '&lt;')
		.replaceAll('>', '&gt;')
		.replaceAll('"', '&quot;')
		.replaceAll("'", '&apos;');
}
