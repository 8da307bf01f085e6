import { readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import {
	type ICredentialDataDecryptedObject,
	type ICredentialsHelper as Helper,
	type ICredentialType,
	type IHttpRequestHelper,
	type IHttpRequestOptions,
	type INode,
	type INodeCredentialsDetails,
	type INodeTypes,
	ICredentialsHelper,
	Workflow,
} from 'n8n-workflow';

const folder = resolve(__dirname, '../../credentials');

/** Every credential there is, by its name, as n8n would load it. */
const types: Readonly<Record<string, ICredentialType>> = Object.fromEntries(
	readdirSync(folder)
		.filter((file) => file.endsWith('.credentials.ts'))
		.map((file) => {
			const className = file.replace('.credentials.ts', '');
			const loaded = jest.requireActual<Record<string, new () => ICredentialType>>(
				join(folder, file),
			);
			const Credential = loaded[className];
			if (!Credential) throw new Error(`${file} exports no class ${className}`);
			const type = new Credential();
			return [type.name, type];
		}),
);

/** Credentials by type, with the defaults of their fields. */
export type CredentialData = Record<string, ICredentialDataDecryptedObject>;

/**
 * What n8n does with credentials, with our real credential classes: defaults, authentication, and
 * tokens that are fetched when there is none or a request was answered with 401, and then kept. What
 * n8n's own OAuth2 does with a credential is in n8n-core and runs as it is.
 */
export class TestCredentials extends ICredentialsHelper implements Helper {
	/** How often a credential was read: in n8n each time is a query and a decryption. */
	reads = 0;

	constructor(readonly data: CredentialData) {
		super();
	}

	async getDecrypted(
		_additional: unknown,
		_details: INodeCredentialsDetails,
		type: string,
	): Promise<ICredentialDataDecryptedObject> {
		this.reads += 1;
		const data = this.data[type];
		if (!data) throw new Error(`There is no credential of type ${type}`);
		const defaults = typeOf(type).properties.map(({ name, default: value }) => [name, value]);
		return resolved({ ...Object.fromEntries(defaults), ...data });
	}

	async authenticate(
		credentials: ICredentialDataDecryptedObject,
		type: string,
		request: IHttpRequestOptions,
	): Promise<IHttpRequestOptions> {
		const { authenticate } = typeOf(type);
		return typeof authenticate === 'function' ? authenticate(credentials, request) : request;
	}

	async preAuthentication(
		helpers: IHttpRequestHelper,
		credentials: ICredentialDataDecryptedObject,
		type: string,
		_node: unknown,
		expired: boolean,
	): Promise<ICredentialDataDecryptedObject | undefined> {
		const { properties, preAuthentication } = typeOf(type);
		const token = properties.find(
			({ type: kind, typeOptions }) => kind === 'hidden' && typeOptions?.expirable === true,
		);
		if (!token || !preAuthentication) return undefined;
		if (credentials[token.name] !== '' && !expired) return undefined;
		const output = await preAuthentication.call(helpers, credentials);
		if (output[token.name] === undefined) return undefined;
		this.data[type] = { ...this.data[type], ...(output as ICredentialDataDecryptedObject) };
		return Object.assign(credentials, output);
	}

	getParentTypes(type: string): string[] {
		return typeOf(type).extends ?? [];
	}

	isCredentialUsableByNode(): boolean {
		return true;
	}

	getCredentialsProperties(type: string): ICredentialType['properties'] {
		return typeOf(type).properties;
	}

	async runPreAuthentication(): Promise<undefined> {
		return undefined;
	}

	async getCredentials(): Promise<never> {
		throw new Error('Not part of the harness');
	}

	async updateCredentials(): Promise<void> {
		throw new Error('Not part of the harness');
	}

	async updateCredentialsOauthTokenData(
		_details: INodeCredentialsDetails,
		type: string,
		{ oauthTokenData }: ICredentialDataDecryptedObject,
	): Promise<void> {
		if (oauthTokenData === undefined) throw new Error('n8n keeps no tokens that are none');
		this.data[type] = { ...this.data[type], oauthTokenData };
	}
}

const node: INode = {
	...{ id: 'credential', name: 'Credential', type: 'credential', typeVersion: 1 },
	...{ position: [0, 0], parameters: {} },
};

/** The fields of a credential with their expressions, which may name other fields as `$self`. */
function resolved(fields: ICredentialDataDecryptedObject): ICredentialDataDecryptedObject {
	const nodeTypes = { getByNameAndVersion: () => ({ description: {} }) } as unknown as INodeTypes;
	const { expression } = new Workflow({ nodes: [], connections: {}, active: false, nodeTypes });
	const is = (value: unknown) => typeof value === 'string' && value.startsWith('=');
	if (!Object.values(fields).some(is)) return fields;
	return expression.getComplexParameterValue(
		node,
		fields as never,
		'internal',
		{},
		undefined,
		undefined,
		fields as never,
	) as ICredentialDataDecryptedObject;
}

function typeOf(name: string): ICredentialType {
	const type = types[name];
	if (!type) throw new Error(`The harness does not know the credential type ${name}`);
	return type;
}
