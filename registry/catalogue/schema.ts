const language = { type: 'string', pattern: '^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3}$', default: 'zh-Hans' } as const;

const listingProperties = {
  appId: { type: 'string' },
  name: { type: 'string' },
  shortName: { type: 'string' },
  tagline: { type: 'string' },
  icon: {
    type: 'object',
    properties: { digest: { type: 'string' }, type: { type: 'string' } },
    required: ['digest', 'type'],
    additionalProperties: false,
  },
  color: { type: 'string' },
  category: { type: 'string' },
  digest: { type: 'string' },
  isolation: { type: 'string' },
} as const;
const listingRequired = ['appId', 'name', 'shortName', 'tagline', 'color', 'category', 'digest', 'isolation'] as const;
const listings = {
  type: 'array',
  items: { type: 'object', properties: listingProperties, required: listingRequired, additionalProperties: false },
} as const;

export const homeSchema = {
  summary: 'The home page of a city',
  tags: ['catalogue'],
  querystring: {
    type: 'object',
    properties: { city: { type: 'string', pattern: '^(?:[0-9]{6})?$', default: '' }, lang: language },
    required: ['city', 'lang'],
  },
  response: {
    200: {
      type: 'object',
      properties: { city: { type: 'string' }, apps: listings, generatedAt: { type: 'string' } },
      required: ['city', 'apps', 'generatedAt'],
      additionalProperties: false,
    },
  },
} as const;

export const searchSchema = {
  summary: 'Mini-apps by name',
  tags: ['catalogue'],
  querystring: {
    type: 'object',
    properties: { q: { type: 'string', maxLength: 60 }, lang: language },
    required: ['q', 'lang'],
  },
  response: {
    200: { type: 'object', properties: { apps: listings }, required: ['apps'], additionalProperties: false },
  },
} as const;

export const detailsSchema = {
  summary: 'Everything a customer may know of a mini-app before opening it',
  tags: ['catalogue'],
  params: { type: 'object', properties: { appId: { type: 'string', maxLength: 100 } }, required: ['appId'] },
  querystring: { type: 'object', properties: { lang: language }, required: ['lang'] },
  response: {
    200: {
      type: 'object',
      properties: {
        ...listingProperties,
        version: { type: 'string' },
        description: { type: 'string' },
        partnerId: { type: 'string' },
        level: { type: 'integer' },
        cities: { type: 'array', items: { type: 'string' } },
        capabilities: {
          type: 'array',
          items: {
            type: 'object',
            properties: { name: { type: 'string' }, reason: { type: 'string' } },
            required: ['name', 'reason'],
            additionalProperties: false,
          },
        },
        screenshots: { type: 'array', items: { type: 'string' } },
        support: {
          type: 'object',
          properties: { email: { type: 'string' }, phone: { type: 'string' }, url: { type: 'string' } },
          additionalProperties: false,
        },
        privacyUrl: { type: 'string' },
      },
      required: [
        ...listingRequired,
        'cities',
        'screenshots',
        'support',
        'version',
        'description',
        'partnerId',
        'level',
        'capabilities',
        'privacyUrl',
      ],
      additionalProperties: false,
    },
  },
} as const;
