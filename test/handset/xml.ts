interface Parser {
	onopentag: (node: { name: string; attributes: Record<string, string> }) => void;
	onclosetag: () => void;
	ontext: (text: string) => void;
	onerror: (error: Error) => void;
	write(text: string): Parser;
	close(): Parser;
}

/** An XML parser that takes nothing ill-formed: the one n8n reads XML with. */
const sax: { parser(strict: boolean): Parser } = Reflect.get(globalThis, 'requireOutside')('sax');

export interface XmlNode {
	name: string;
	attributes: Record<string, string>;
	/** The text of the node and of all nodes in it. */
	text: string;
}

/** Every node of an XML document, in the order of their start tags. Throws where it is not well-formed. */
export function readXml(document: string): XmlNode[] {
	const nodes: XmlNode[] = [];
	const open: XmlNode[] = [];
	const parser = sax.parser(true);
	parser.onerror = (error) => {
		throw error;
	};
	parser.onopentag = ({ name, attributes }) => {
		const node = { name, attributes, text: '' };
		nodes.push(node);
		open.push(node);
	};
	parser.onclosetag = () => void open.pop();
	parser.ontext = (text) => {
		for (const node of open) node.text += text;
	};
	parser.write(document).close();
	return nodes;
}
