import { SALESFORCE_API_VERSION } from './api';
import {
	consentKey,
	type FieldDefinition,
	fieldDefinitions,
	messageObject,
	PERMISSION_SET,
} from './definitions';
import { MESSAGE } from './messageFields';
import { listViews, messageLayout, reports } from './sourceViews';
import { metadataFile, type XmlMembers } from './xml';

const ROOT = 'force-app/main/default';

/**
 * A project of its own, deployed only where consent is kept as ContactPointTypeConsent: an org without
 * that object refuses a field of it, and everything that is deployed together.
 */
const CONSENT_PROJECT = 'consent';

/** The SFDX source of everything a Salesforce org gets: each file by its path in `metadata/`. */
export function sourceFiles(): Map<string, string> {
	return new Map([
		['sfdx-project.json', project('rcs-messaging')],
		...fieldDefinitions.map(fieldFile),
		file(`objects/${MESSAGE}/${MESSAGE}.object-meta.xml`, 'CustomObject', messageObject),
		...listViews.map((view) =>
			file(`objects/${MESSAGE}/listViews/${view.fullName}.listView-meta.xml`, 'ListView', view),
		),
		file(`layouts/${MESSAGE}-RCS Message Layout.layout-meta.xml`, 'Layout', messageLayout),
		file(`tabs/${MESSAGE}.tab-meta.xml`, 'CustomTab', {
			customObject: true,
			motif: 'Custom22: Cell phone',
		}),
		permissionSetFile(),
		file(`reports/${PERMISSION_SET.name}.reportFolder-meta.xml`, 'ReportFolder', {
			accessType: 'Public',
			name: PERMISSION_SET.label,
			publicFolderAccess: 'ReadOnly',
		}),
		...reports.map(({ fileName, report }) =>
			file(`reports/${PERMISSION_SET.name}/${fileName}.report-meta.xml`, 'Report', report),
		),
		...consentFiles().map(([path, text]): SourceFile => [`${CONSENT_PROJECT}/${path}`, text]),
	]);
}

type SourceFile = [path: string, text: string];

function consentFiles(): SourceFile[] {
	const { name, label } = PERMISSION_SET;
	return [
		['sfdx-project.json', project('rcs-messaging-consent')],
		fieldFile(consentKey),
		file(`permissionsets/${name}_Consent.permissionset-meta.xml`, 'PermissionSet', {
			description: 'Sees and writes the key of consent that connectors keep.',
			fieldPermissions: fieldPermission(consentKey),
			hasActivationRequired: false,
			label: `${label} Consent`,
		}),
	];
}

function file(path: string, root: string, members: XmlMembers): SourceFile {
	return [`${ROOT}/${path}`, metadataFile(root, members)];
}

function project(name: string): string {
	const content = {
		packageDirectories: [{ path: 'force-app', default: true }],
		name,
		namespace: '',
		sfdcLoginUrl: 'https://login.salesforce.com',
		sourceApiVersion: SALESFORCE_API_VERSION,
	};
	return `${JSON.stringify(content, null, '\t')}\n`;
}

function fieldFile({ object, name, metadata, choices }: FieldDefinition): SourceFile {
	const value = choices?.map(([fullName, label]) => ({ fullName, default: false, label }));
	return file(`objects/${object}/fields/${name}.field-meta.xml`, 'CustomField', {
		fullName: name,
		...metadata,
		...(value
			? { valueSet: { restricted: true, valueSetDefinition: { sorted: false, value } } }
			: {}),
	});
}

function fieldPermission({ object, name, readOnly }: FieldDefinition) {
	return { editable: readOnly !== true, field: `${object}.${name}`, readable: true };
}

function permissionSetFile(): SourceFile {
	const { name, label, description } = PERMISSION_SET;
	return file(`permissionsets/${name}.permissionset-meta.xml`, 'PermissionSet', {
		description,
		fieldPermissions: fieldDefinitions.map(fieldPermission),
		hasActivationRequired: false,
		label,
		objectPermissions: {
			allowCreate: true,
			allowDelete: false,
			allowEdit: true,
			allowRead: true,
			modifyAllRecords: false,
			object: MESSAGE,
			viewAllRecords: true,
		},
		tabSettings: { tab: MESSAGE, visibility: 'Visible' },
	});
}
