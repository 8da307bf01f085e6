import { readId } from './ids';

/** The demo org. Everything here opens nothing but the emulator. */
export const ORG_ID = readId('00D5f0000000001') ?? '';

/** The user the integration runs as, and the admin who works in Salesforce's own pages. */
export const INTEGRATION_USER = {
	id: readId('0055f0000000001') ?? '',
	username: 'rcs.integration@demo.example.com',
	name: 'RCS Integration',
};

export const ADMIN_USER = {
	id: readId('0055f0000000002') ?? '',
	username: 'admin@demo.example.com',
	name: 'Demo Admin',
};

/**
 * DEMO KEY AND SECRET - NOT SECRETS. The external client app of the sandbox, made for it alone and
 * public in this repository. Never use them for a real org.
 */
export const demoApp = {
	clientId: 'sandbox-salesforce-client-id',
	clientSecret: 'sandbox-salesforce-client-secret',
	refreshToken: 'sandbox-salesforce-refresh-token',
	privateKey: `
-----BEGIN PRIVATE KEY-----
MIIEvAIBADANBgkqhkiG9w0BAQEFAASCBKYwggSiAgEAAoIBAQCiXJh3miSBLcxk
hXMX+vTsjLWd0206GYnac34ubrOcnlntWTeB5rxwjG+SFg3i7y4W5bl3k82Y/5XO
LxJSb6xka0iJPo/M7hadjT84a0AM1GZ3brpadmg5kXNq7CDJxGnaAIhPCw65VP1M
DTOWx/floFG77XP9TpdQwrNzw7MfV2pB0nIoJFUK7gpbjXJ35piHXLzfG+610in+
mxzkTm98SXfT0eLbXF3cJt/dvg/JOX+u/x/qkK2GDJU7kYhkuEFFo+f3MC5wyKjQ
0jiKB4ifUJMfMc4zhovrXXWcjjfmmgxrb5MYFmHdgmXmdGODu9pGvoyAfp2NMb/E
SbehqRm5AgMBAAECggEAAzqD5M9LAJ9vusPSv3RJNJ8ng+ShcwgGZJ01Z23iXV/i
kic7D4wDl9naZJ1oEojhdzQDftgbXM/f84ZeWbG4i/58ULquoEYPlfu0w9XnI3Is
T52YhVC+NGna5uex5GKRsnOeV520zIo+/LPfqx+IGOKknsVDUD3PjBFea+kv9Ena
rxc6vkIg845rLRtHSOHY11eI5Ejct/LC6ddZVbNPBOgXvyZDiOwUQHgpoReDOw+Q
/WZtppuKeulgK3lXPOqD0CoQOqQuJRQABgdeH5IRor24/kPugbsvVYngxpVRihwU
ESNU2qNXfcMsRQhqMW8Pc0Lodob5HkOiC6lN3tW9gQKBgQDiYiQSVpYy42jgyF7K
d7WAAxnbV+IaxPlT6gViSnfWpGsSeyE7Lh2VRCddpAVEuyGnWXhMaNXf4cg+Omk9
JG/7U3f44LXfOKOCzWHFm+XUHW24HTa8z0/8MC65sLr3K9AApPYxFEsri6mBVRCR
klKiIXJSOaMCiBwQoI9GaC7hgQKBgQC3mko7SJCOTnDCxGxqoZ8uGqakX4lRvU1i
UTM0gXfWgdK6D93fjSux4y1VReGfKUYz5bQxhR0DbQwJPpdlPKXMXVYqIFvBle6q
f0g/WDQMRVAR8GwlhNmG43OfRfrklNp+6T03jrHJ+MNRuxawpuL1zQr/sY+YphLl
0Hnl22LkOQKBgDcbLq6sFxnCE5iMDc75PtwvZQ7ooKhlhE+x6qeXev5rvYidImS2
gAsCsRZxQ7sMVk/XTppC9rTt0AGd1FpG0V97XPvfL0ZsEhlYB1HD9jkhBMFJkzZ4
vH6l9+nJpGlgZ9yQS0F9MCMkdxl9bHATDzxaKersDssh+LrvapD38VmBAoGAUFmk
jOdH5A9uB77Al7XdnOaq8RqiVPRcjl9s4liaonS0TRsuhWwZqEL8juoDQI1mnMW1
I0rXFK2/a7hJt1NgV9ytHciFf2XnShRkANzQAmK/FOq72XuXWxHlgtm0YB7ItGvM
j6jSI8rLZ9RRrMOMZffzDU2ewzZC5PJktnRZhfkCgYBrlkYeNUx8q+TXPnFx3IMN
+ed3yejFRq9/fsztQMJRCfw8pcmvS1PhkSS3yt2aP5R+MRae9QBYk9L/0X0rLHP1
InOvTZfDX72u35j+sT1FvYk/LeRGLk6eJRkDWoMnzAMXoeNq1PVHWLtzIKoiGNjd
3HNA5jjHcHunXxMsjEcTWw==
-----END PRIVATE KEY-----
`.trimStart(),
} as const;
