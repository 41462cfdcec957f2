/** Who lives in a demo installation. Their credentials are made at first start and written to `<dataDir>/demo.json`. */
export const DEMO = {
  customer: { phone: '13800000001', level: 4 },
  partners: [
    {
      id: 'cityparking',
      name: '城市停车有限公司',
      appIds: ['com.cityparking.app'],
      backend: 'https://parking.example',
      webhookUrl: 'https://parking.example/webhooks/portico',
    },
  ],
  reviewers: ['lin', 'zhao'],
  operators: ['wu'],
  services: [{ id: 'bank-app', scopes: ['handoff:write'] }],
} as const;
