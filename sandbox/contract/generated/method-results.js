// Written by docs/checks/generate.ts. Change the schemas, not this file.
// <stdin>
var v0 = validate10, schema11 = { type: "object", properties: { appId: { type: "string", maxLength: 100 }, name: { type: "string", maxLength: 80 }, version: { type: "string", maxLength: 64 }, locale: { enum: ["zh-Hans", "en"] }, theme: { enum: ["light", "dark"] } }, required: ["appId", "name", "version", "locale", "theme"], additionalProperties: !1, $id: "v0" }, func0 = Object.prototype.hasOwnProperty;
function validate10(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null, errors = 0;
  if (errors === 0)
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing0;
      if ((data.appId === void 0 || !func0.call(data, "appId")) && (missing0 = "appId") || (data.name === void 0 || !func0.call(data, "name")) && (missing0 = "name") || (data.version === void 0 || !func0.call(data, "version")) && (missing0 = "version") || (data.locale === void 0 || !func0.call(data, "locale")) && (missing0 = "locale") || (data.theme === void 0 || !func0.call(data, "theme")) && (missing0 = "theme"))
        return validate10.errors = [{ instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: missing0 }, message: "must have required property '" + missing0 + "'" }], !1;
      {
        let _errs1 = errors;
        for (let key0 of Object.keys(data))
          if (!(key0 === "appId" || key0 === "name" || key0 === "version" || key0 === "locale" || key0 === "theme")) {
            return validate10.errors = [{ instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" }], !1;
            break;
          }
        if (_errs1 === errors) {
          if (data.appId !== void 0 && func0.call(data, "appId")) {
            let data0 = data.appId, _errs2 = errors;
            if (errors === _errs2)
              if (typeof data0 == "string") {
                if (data0.length > 100)
                  return validate10.errors = [{ instancePath: instancePath + "/appId", schemaPath: "#/properties/appId/maxLength", keyword: "maxLength", params: { limit: 100 }, message: "must NOT have more than 100 characters" }], !1;
              } else
                return validate10.errors = [{ instancePath: instancePath + "/appId", schemaPath: "#/properties/appId/type", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
            var valid0 = _errs2 === errors;
          } else
            var valid0 = !0;
          if (valid0) {
            if (data.name !== void 0 && func0.call(data, "name")) {
              let data1 = data.name, _errs4 = errors;
              if (errors === _errs4)
                if (typeof data1 == "string") {
                  if (data1.length > 80)
                    return validate10.errors = [{ instancePath: instancePath + "/name", schemaPath: "#/properties/name/maxLength", keyword: "maxLength", params: { limit: 80 }, message: "must NOT have more than 80 characters" }], !1;
                } else
                  return validate10.errors = [{ instancePath: instancePath + "/name", schemaPath: "#/properties/name/type", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
              var valid0 = _errs4 === errors;
            } else
              var valid0 = !0;
            if (valid0) {
              if (data.version !== void 0 && func0.call(data, "version")) {
                let data2 = data.version, _errs6 = errors;
                if (errors === _errs6)
                  if (typeof data2 == "string") {
                    if (data2.length > 64)
                      return validate10.errors = [{ instancePath: instancePath + "/version", schemaPath: "#/properties/version/maxLength", keyword: "maxLength", params: { limit: 64 }, message: "must NOT have more than 64 characters" }], !1;
                  } else
                    return validate10.errors = [{ instancePath: instancePath + "/version", schemaPath: "#/properties/version/type", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
                var valid0 = _errs6 === errors;
              } else
                var valid0 = !0;
              if (valid0) {
                if (data.locale !== void 0 && func0.call(data, "locale")) {
                  let data3 = data.locale, _errs8 = errors;
                  if (!(data3 === "zh-Hans" || data3 === "en"))
                    return validate10.errors = [{ instancePath: instancePath + "/locale", schemaPath: "#/properties/locale/enum", keyword: "enum", params: { allowedValues: schema11.properties.locale.enum }, message: "must be equal to one of the allowed values" }], !1;
                  var valid0 = _errs8 === errors;
                } else
                  var valid0 = !0;
                if (valid0)
                  if (data.theme !== void 0 && func0.call(data, "theme")) {
                    let data4 = data.theme, _errs9 = errors;
                    if (!(data4 === "light" || data4 === "dark"))
                      return validate10.errors = [{ instancePath: instancePath + "/theme", schemaPath: "#/properties/theme/enum", keyword: "enum", params: { allowedValues: schema11.properties.theme.enum }, message: "must be equal to one of the allowed values" }], !1;
                    var valid0 = _errs9 === errors;
                  } else
                    var valid0 = !0;
              }
            }
          }
        }
      }
    } else
      return validate10.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" }], !1;
  return validate10.errors = vErrors, errors === 0;
}
var v1 = validate11, schema12 = { type: "object", properties: { path: { type: "string", maxLength: 2048 }, query: { type: "object", additionalProperties: { type: "string", maxLength: 2048 }, maxProperties: 32 }, resume: { type: "object", properties: { method: { type: "string", maxLength: 64 }, orderToken: { type: "string", maxLength: 2e3 }, hint: { enum: ["processing", "cancelled", "maybe_paid"] } }, required: ["method", "orderToken", "hint"], additionalProperties: !1 } }, required: ["path", "query"], additionalProperties: !1, $id: "v1" };
function validate11(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null, errors = 0;
  if (errors === 0)
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing0;
      if ((data.path === void 0 || !func0.call(data, "path")) && (missing0 = "path") || (data.query === void 0 || !func0.call(data, "query")) && (missing0 = "query"))
        return validate11.errors = [{ instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: missing0 }, message: "must have required property '" + missing0 + "'" }], !1;
      {
        let _errs1 = errors;
        for (let key0 of Object.keys(data))
          if (!(key0 === "path" || key0 === "query" || key0 === "resume")) {
            return validate11.errors = [{ instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" }], !1;
            break;
          }
        if (_errs1 === errors) {
          if (data.path !== void 0 && func0.call(data, "path")) {
            let data0 = data.path, _errs2 = errors;
            if (errors === _errs2)
              if (typeof data0 == "string") {
                if (data0.length > 2048)
                  return validate11.errors = [{ instancePath: instancePath + "/path", schemaPath: "#/properties/path/maxLength", keyword: "maxLength", params: { limit: 2048 }, message: "must NOT have more than 2048 characters" }], !1;
              } else
                return validate11.errors = [{ instancePath: instancePath + "/path", schemaPath: "#/properties/path/type", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
            var valid0 = _errs2 === errors;
          } else
            var valid0 = !0;
          if (valid0) {
            if (data.query !== void 0 && func0.call(data, "query")) {
              let data1 = data.query, _errs4 = errors;
              if (errors === _errs4)
                if (data1 && typeof data1 == "object" && !Array.isArray(data1)) {
                  if (Object.keys(data1).length > 32)
                    return validate11.errors = [{ instancePath: instancePath + "/query", schemaPath: "#/properties/query/maxProperties", keyword: "maxProperties", params: { limit: 32 }, message: "must NOT have more than 32 properties" }], !1;
                  for (let key1 of Object.keys(data1)) {
                    let data2 = data1[key1], _errs7 = errors;
                    if (errors === _errs7)
                      if (typeof data2 == "string") {
                        if (data2.length > 2048)
                          return validate11.errors = [{ instancePath: instancePath + "/query/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/query/additionalProperties/maxLength", keyword: "maxLength", params: { limit: 2048 }, message: "must NOT have more than 2048 characters" }], !1;
                      } else
                        return validate11.errors = [{ instancePath: instancePath + "/query/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/query/additionalProperties/type", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
                    var valid1 = _errs7 === errors;
                    if (!valid1)
                      break;
                  }
                } else
                  return validate11.errors = [{ instancePath: instancePath + "/query", schemaPath: "#/properties/query/type", keyword: "type", params: { type: "object" }, message: "must be object" }], !1;
              var valid0 = _errs4 === errors;
            } else
              var valid0 = !0;
            if (valid0)
              if (data.resume !== void 0 && func0.call(data, "resume")) {
                let data3 = data.resume, _errs9 = errors;
                if (errors === _errs9)
                  if (data3 && typeof data3 == "object" && !Array.isArray(data3)) {
                    let missing1;
                    if ((data3.method === void 0 || !func0.call(data3, "method")) && (missing1 = "method") || (data3.orderToken === void 0 || !func0.call(data3, "orderToken")) && (missing1 = "orderToken") || (data3.hint === void 0 || !func0.call(data3, "hint")) && (missing1 = "hint"))
                      return validate11.errors = [{ instancePath: instancePath + "/resume", schemaPath: "#/properties/resume/required", keyword: "required", params: { missingProperty: missing1 }, message: "must have required property '" + missing1 + "'" }], !1;
                    {
                      let _errs11 = errors;
                      for (let key2 of Object.keys(data3))
                        if (!(key2 === "method" || key2 === "orderToken" || key2 === "hint")) {
                          return validate11.errors = [{ instancePath: instancePath + "/resume", schemaPath: "#/properties/resume/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key2 }, message: "must NOT have additional properties" }], !1;
                          break;
                        }
                      if (_errs11 === errors) {
                        if (data3.method !== void 0 && func0.call(data3, "method")) {
                          let data4 = data3.method, _errs12 = errors;
                          if (errors === _errs12)
                            if (typeof data4 == "string") {
                              if (data4.length > 64)
                                return validate11.errors = [{ instancePath: instancePath + "/resume/method", schemaPath: "#/properties/resume/properties/method/maxLength", keyword: "maxLength", params: { limit: 64 }, message: "must NOT have more than 64 characters" }], !1;
                            } else
                              return validate11.errors = [{ instancePath: instancePath + "/resume/method", schemaPath: "#/properties/resume/properties/method/type", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
                          var valid2 = _errs12 === errors;
                        } else
                          var valid2 = !0;
                        if (valid2) {
                          if (data3.orderToken !== void 0 && func0.call(data3, "orderToken")) {
                            let data5 = data3.orderToken, _errs14 = errors;
                            if (errors === _errs14)
                              if (typeof data5 == "string") {
                                if (data5.length > 2e3)
                                  return validate11.errors = [{ instancePath: instancePath + "/resume/orderToken", schemaPath: "#/properties/resume/properties/orderToken/maxLength", keyword: "maxLength", params: { limit: 2e3 }, message: "must NOT have more than 2000 characters" }], !1;
                              } else
                                return validate11.errors = [{ instancePath: instancePath + "/resume/orderToken", schemaPath: "#/properties/resume/properties/orderToken/type", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
                            var valid2 = _errs14 === errors;
                          } else
                            var valid2 = !0;
                          if (valid2)
                            if (data3.hint !== void 0 && func0.call(data3, "hint")) {
                              let data6 = data3.hint, _errs16 = errors;
                              if (!(data6 === "processing" || data6 === "cancelled" || data6 === "maybe_paid"))
                                return validate11.errors = [{ instancePath: instancePath + "/resume/hint", schemaPath: "#/properties/resume/properties/hint/enum", keyword: "enum", params: { allowedValues: schema12.properties.resume.properties.hint.enum }, message: "must be equal to one of the allowed values" }], !1;
                              var valid2 = _errs16 === errors;
                            } else
                              var valid2 = !0;
                        }
                      }
                    }
                  } else
                    return validate11.errors = [{ instancePath: instancePath + "/resume", schemaPath: "#/properties/resume/type", keyword: "type", params: { type: "object" }, message: "must be object" }], !1;
                var valid0 = _errs9 === errors;
              } else
                var valid0 = !0;
          }
        }
      }
    } else
      return validate11.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" }], !1;
  return validate11.errors = vErrors, errors === 0;
}
var v2 = validate12;
function validate12(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null, errors = 0;
  return data !== null ? (validate12.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "null" }, message: "must be null" }], !1) : (validate12.errors = vErrors, errors === 0);
}
var v3 = validate13;
function validate13(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null, errors = 0;
  if (errors === 0)
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing0;
      if ((data.code === void 0 || !func0.call(data, "code")) && (missing0 = "code") || (data.expiresAt === void 0 || !func0.call(data, "expiresAt")) && (missing0 = "expiresAt"))
        return validate13.errors = [{ instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: missing0 }, message: "must have required property '" + missing0 + "'" }], !1;
      {
        let _errs1 = errors;
        for (let key0 of Object.keys(data))
          if (!(key0 === "code" || key0 === "expiresAt")) {
            return validate13.errors = [{ instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" }], !1;
            break;
          }
        if (_errs1 === errors) {
          if (data.code !== void 0 && func0.call(data, "code")) {
            let data0 = data.code, _errs2 = errors;
            if (errors === _errs2)
              if (typeof data0 == "string") {
                if (data0.length > 512)
                  return validate13.errors = [{ instancePath: instancePath + "/code", schemaPath: "#/properties/code/maxLength", keyword: "maxLength", params: { limit: 512 }, message: "must NOT have more than 512 characters" }], !1;
                if (data0.length < 16)
                  return validate13.errors = [{ instancePath: instancePath + "/code", schemaPath: "#/properties/code/minLength", keyword: "minLength", params: { limit: 16 }, message: "must NOT have fewer than 16 characters" }], !1;
              } else
                return validate13.errors = [{ instancePath: instancePath + "/code", schemaPath: "#/properties/code/type", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
            var valid0 = _errs2 === errors;
          } else
            var valid0 = !0;
          if (valid0)
            if (data.expiresAt !== void 0 && func0.call(data, "expiresAt")) {
              let data1 = data.expiresAt, _errs4 = errors;
              if (errors === _errs4)
                if (typeof data1 == "string") {
                  if (data1.length > 40)
                    return validate13.errors = [{ instancePath: instancePath + "/expiresAt", schemaPath: "#/properties/expiresAt/maxLength", keyword: "maxLength", params: { limit: 40 }, message: "must NOT have more than 40 characters" }], !1;
                } else
                  return validate13.errors = [{ instancePath: instancePath + "/expiresAt", schemaPath: "#/properties/expiresAt/type", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
              var valid0 = _errs4 === errors;
            } else
              var valid0 = !0;
        }
      }
    } else
      return validate13.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" }], !1;
  return validate13.errors = vErrors, errors === 0;
}
var v4 = validate14, schema15 = { type: "object", properties: { hint: { enum: ["processing", "cancelled", "maybe_paid"] } }, required: ["hint"], additionalProperties: !1, $id: "v4" };
function validate14(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null, errors = 0;
  if (errors === 0)
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing0;
      if ((data.hint === void 0 || !func0.call(data, "hint")) && (missing0 = "hint"))
        return validate14.errors = [{ instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: missing0 }, message: "must have required property '" + missing0 + "'" }], !1;
      {
        let _errs1 = errors;
        for (let key0 of Object.keys(data))
          if (key0 !== "hint") {
            return validate14.errors = [{ instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" }], !1;
            break;
          }
        if (_errs1 === errors && data.hint !== void 0 && func0.call(data, "hint")) {
          let data0 = data.hint;
          if (!(data0 === "processing" || data0 === "cancelled" || data0 === "maybe_paid"))
            return validate14.errors = [{ instancePath: instancePath + "/hint", schemaPath: "#/properties/hint/enum", keyword: "enum", params: { allowedValues: schema15.properties.hint.enum }, message: "must be equal to one of the allowed values" }], !1;
        }
      }
    } else
      return validate14.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" }], !1;
  return validate14.errors = vErrors, errors === 0;
}
var v5 = validate15;
function validate15(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null, errors = 0;
  if (errors === 0)
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing0;
      if ((data.value === void 0 || !func0.call(data, "value")) && (missing0 = "value"))
        return validate15.errors = [{ instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: missing0 }, message: "must have required property '" + missing0 + "'" }], !1;
      for (let key0 of Object.keys(data))
        if (key0 !== "value") {
          return validate15.errors = [{ instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" }], !1;
          break;
        }
    } else
      return validate15.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" }], !1;
  return validate15.errors = vErrors, errors === 0;
}
var v6 = validate16;
function validate16(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null, errors = 0;
  if (errors === 0)
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing0;
      if ((data.keys === void 0 || !func0.call(data, "keys")) && (missing0 = "keys"))
        return validate16.errors = [{ instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: missing0 }, message: "must have required property '" + missing0 + "'" }], !1;
      {
        let _errs1 = errors;
        for (let key0 of Object.keys(data))
          if (key0 !== "keys") {
            return validate16.errors = [{ instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" }], !1;
            break;
          }
        if (_errs1 === errors && data.keys !== void 0 && func0.call(data, "keys")) {
          let data0 = data.keys;
          if (errors === errors)
            if (Array.isArray(data0)) {
              if (data0.length > 8e3)
                return validate16.errors = [{ instancePath: instancePath + "/keys", schemaPath: "#/properties/keys/maxItems", keyword: "maxItems", params: { limit: 8e3 }, message: "must NOT have more than 8000 items" }], !1;
              {
                var valid1 = !0;
                let len0 = data0.length;
                for (let i0 = 0; i0 < len0; i0++) {
                  let data1 = data0[i0], _errs4 = errors;
                  if (errors === _errs4)
                    if (typeof data1 == "string") {
                      if (data1.length > 128)
                        return validate16.errors = [{ instancePath: instancePath + "/keys/" + i0, schemaPath: "#/properties/keys/items/maxLength", keyword: "maxLength", params: { limit: 128 }, message: "must NOT have more than 128 characters" }], !1;
                      if (data1.length < 1)
                        return validate16.errors = [{ instancePath: instancePath + "/keys/" + i0, schemaPath: "#/properties/keys/items/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }], !1;
                    } else
                      return validate16.errors = [{ instancePath: instancePath + "/keys/" + i0, schemaPath: "#/properties/keys/items/type", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
                  var valid1 = _errs4 === errors;
                  if (!valid1)
                    break;
                }
              }
            } else
              return validate16.errors = [{ instancePath: instancePath + "/keys", schemaPath: "#/properties/keys/type", keyword: "type", params: { type: "array" }, message: "must be array" }], !1;
        }
      }
    } else
      return validate16.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" }], !1;
  return validate16.errors = vErrors, errors === 0;
}
var v7 = validate17;
function validate17(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null, errors = 0;
  if (errors === 0)
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing0;
      if ((data.bytes === void 0 || !func0.call(data, "bytes")) && (missing0 = "bytes") || (data.limit === void 0 || !func0.call(data, "limit")) && (missing0 = "limit"))
        return validate17.errors = [{ instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: missing0 }, message: "must have required property '" + missing0 + "'" }], !1;
      {
        let _errs1 = errors;
        for (let key0 of Object.keys(data))
          if (!(key0 === "bytes" || key0 === "limit")) {
            return validate17.errors = [{ instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" }], !1;
            break;
          }
        if (_errs1 === errors) {
          if (data.bytes !== void 0 && func0.call(data, "bytes")) {
            let data0 = data.bytes, _errs2 = errors;
            if (!(typeof data0 == "number" && !(data0 % 1) && !isNaN(data0) && isFinite(data0)))
              return validate17.errors = [{ instancePath: instancePath + "/bytes", schemaPath: "#/properties/bytes/type", keyword: "type", params: { type: "integer" }, message: "must be integer" }], !1;
            if (errors === _errs2 && typeof data0 == "number" && isFinite(data0) && (data0 < 0 || isNaN(data0)))
              return validate17.errors = [{ instancePath: instancePath + "/bytes", schemaPath: "#/properties/bytes/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" }], !1;
            var valid0 = _errs2 === errors;
          } else
            var valid0 = !0;
          if (valid0)
            if (data.limit !== void 0 && func0.call(data, "limit")) {
              let data1 = data.limit, _errs4 = errors;
              if (!(typeof data1 == "number" && !(data1 % 1) && !isNaN(data1) && isFinite(data1)))
                return validate17.errors = [{ instancePath: instancePath + "/limit", schemaPath: "#/properties/limit/type", keyword: "type", params: { type: "integer" }, message: "must be integer" }], !1;
              if (errors === _errs4 && typeof data1 == "number" && isFinite(data1) && (data1 < 0 || isNaN(data1)))
                return validate17.errors = [{ instancePath: instancePath + "/limit", schemaPath: "#/properties/limit/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" }], !1;
              var valid0 = _errs4 === errors;
            } else
              var valid0 = !0;
        }
      }
    } else
      return validate17.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" }], !1;
  return validate17.errors = vErrors, errors === 0;
}
var v8 = validate18, schema19 = { type: "object", properties: { status: { type: "integer", minimum: 100, maximum: 599 }, headers: { type: "object", additionalProperties: { type: "string", maxLength: 4096 }, propertyNames: { maxLength: 64, pattern: "^[A-Za-z0-9!#$%&'*+.^_`|~-]+$" }, maxProperties: 32 }, body: { type: "string", maxLength: 1e6 }, encoding: { enum: ["utf8", "base64"] } }, required: ["status", "headers", "body"], additionalProperties: !1, $id: "v8" }, pattern0 = new RegExp("^[A-Za-z0-9!#$%&'*+.^_`|~-]+$", "u");
function validate18(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null, errors = 0;
  if (errors === 0)
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing0;
      if ((data.status === void 0 || !func0.call(data, "status")) && (missing0 = "status") || (data.headers === void 0 || !func0.call(data, "headers")) && (missing0 = "headers") || (data.body === void 0 || !func0.call(data, "body")) && (missing0 = "body"))
        return validate18.errors = [{ instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: missing0 }, message: "must have required property '" + missing0 + "'" }], !1;
      {
        let _errs1 = errors;
        for (let key0 of Object.keys(data))
          if (!(key0 === "status" || key0 === "headers" || key0 === "body" || key0 === "encoding")) {
            return validate18.errors = [{ instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" }], !1;
            break;
          }
        if (_errs1 === errors) {
          if (data.status !== void 0 && func0.call(data, "status")) {
            let data0 = data.status, _errs2 = errors;
            if (!(typeof data0 == "number" && !(data0 % 1) && !isNaN(data0) && isFinite(data0)))
              return validate18.errors = [{ instancePath: instancePath + "/status", schemaPath: "#/properties/status/type", keyword: "type", params: { type: "integer" }, message: "must be integer" }], !1;
            if (errors === _errs2 && typeof data0 == "number" && isFinite(data0)) {
              if (data0 > 599 || isNaN(data0))
                return validate18.errors = [{ instancePath: instancePath + "/status", schemaPath: "#/properties/status/maximum", keyword: "maximum", params: { comparison: "<=", limit: 599 }, message: "must be <= 599" }], !1;
              if (data0 < 100 || isNaN(data0))
                return validate18.errors = [{ instancePath: instancePath + "/status", schemaPath: "#/properties/status/minimum", keyword: "minimum", params: { comparison: ">=", limit: 100 }, message: "must be >= 100" }], !1;
            }
            var valid0 = _errs2 === errors;
          } else
            var valid0 = !0;
          if (valid0) {
            if (data.headers !== void 0 && func0.call(data, "headers")) {
              let data1 = data.headers, _errs4 = errors;
              if (errors === _errs4)
                if (data1 && typeof data1 == "object" && !Array.isArray(data1)) {
                  if (Object.keys(data1).length > 32)
                    return validate18.errors = [{ instancePath: instancePath + "/headers", schemaPath: "#/properties/headers/maxProperties", keyword: "maxProperties", params: { limit: 32 }, message: "must NOT have more than 32 properties" }], !1;
                  for (let key1 of Object.keys(data1)) {
                    let _errs6 = errors;
                    if (typeof key1 == "string") {
                      if (key1.length > 64) {
                        let err0 = { instancePath: instancePath + "/headers", schemaPath: "#/properties/headers/propertyNames/maxLength", keyword: "maxLength", params: { limit: 64 }, message: "must NOT have more than 64 characters", propertyName: key1 };
                        vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
                      } else if (!pattern0.test(key1)) {
                        let err1 = { instancePath: instancePath + "/headers", schemaPath: "#/properties/headers/propertyNames/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z0-9!#$%&'*+.^_`|~-]+$" }, message: 'must match pattern "^[A-Za-z0-9!#$%&\'*+.^_`|~-]+$"', propertyName: key1 };
                        vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
                      }
                    }
                    var valid1 = _errs6 === errors;
                    if (!valid1) {
                      let err2 = { instancePath: instancePath + "/headers", schemaPath: "#/properties/headers/propertyNames", keyword: "propertyNames", params: { propertyName: key1 }, message: "property name must be valid" };
                      return vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++, validate18.errors = vErrors, !1;
                      break;
                    }
                  }
                  if (valid1)
                    for (let key2 of Object.keys(data1)) {
                      let data2 = data1[key2], _errs8 = errors;
                      if (errors === _errs8)
                        if (typeof data2 == "string") {
                          if (data2.length > 4096)
                            return validate18.errors = [{ instancePath: instancePath + "/headers/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/headers/additionalProperties/maxLength", keyword: "maxLength", params: { limit: 4096 }, message: "must NOT have more than 4096 characters" }], !1;
                        } else
                          return validate18.errors = [{ instancePath: instancePath + "/headers/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/headers/additionalProperties/type", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
                      var valid2 = _errs8 === errors;
                      if (!valid2)
                        break;
                    }
                } else
                  return validate18.errors = [{ instancePath: instancePath + "/headers", schemaPath: "#/properties/headers/type", keyword: "type", params: { type: "object" }, message: "must be object" }], !1;
              var valid0 = _errs4 === errors;
            } else
              var valid0 = !0;
            if (valid0) {
              if (data.body !== void 0 && func0.call(data, "body")) {
                let data3 = data.body, _errs10 = errors;
                if (errors === _errs10)
                  if (typeof data3 == "string") {
                    if (data3.length > 1e6)
                      return validate18.errors = [{ instancePath: instancePath + "/body", schemaPath: "#/properties/body/maxLength", keyword: "maxLength", params: { limit: 1e6 }, message: "must NOT have more than 1000000 characters" }], !1;
                  } else
                    return validate18.errors = [{ instancePath: instancePath + "/body", schemaPath: "#/properties/body/type", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
                var valid0 = _errs10 === errors;
              } else
                var valid0 = !0;
              if (valid0)
                if (data.encoding !== void 0 && func0.call(data, "encoding")) {
                  let data4 = data.encoding, _errs12 = errors;
                  if (!(data4 === "utf8" || data4 === "base64"))
                    return validate18.errors = [{ instancePath: instancePath + "/encoding", schemaPath: "#/properties/encoding/enum", keyword: "enum", params: { allowedValues: schema19.properties.encoding.enum }, message: "must be equal to one of the allowed values" }], !1;
                  var valid0 = _errs12 === errors;
                } else
                  var valid0 = !0;
            }
          }
        }
      }
    } else
      return validate18.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" }], !1;
  return validate18.errors = vErrors, errors === 0;
}
var methodResults = {
  __proto__: null,
  "app.info": v0,
  "app.launchOptions": v1,
  "app.close": v2,
  "app.setTitle": v2,
  "identity.login": v3,
  "payment.request": v4,
  "payment.query": v4,
  "storage.get": v5,
  "storage.set": v2,
  "storage.remove": v2,
  "storage.keys": v6,
  "storage.clear": v2,
  "storage.usage": v7,
  "net.request": v8,
  "ui.toast": v2
};
export {
  methodResults
};
