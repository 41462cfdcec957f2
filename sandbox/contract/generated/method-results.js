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
var v1 = validate11, schema12 = { type: "object", properties: { path: { type: "string", maxLength: 2048 }, query: { type: "object", additionalProperties: { type: "string", maxLength: 2048 }, propertyNames: { maxLength: 64 }, maxProperties: 32 }, resume: { type: "object", properties: { method: { type: "string", maxLength: 64 }, orderToken: { type: "string", maxLength: 2e3 }, hint: { enum: ["processing", "cancelled", "maybe_paid"] } }, required: ["method", "orderToken", "hint"], additionalProperties: !1 } }, required: ["path", "query"], additionalProperties: !1, $id: "v1" };
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
                    let _errs6 = errors;
                    if (typeof key1 == "string" && key1.length > 64) {
                      let err0 = { instancePath: instancePath + "/query", schemaPath: "#/properties/query/propertyNames/maxLength", keyword: "maxLength", params: { limit: 64 }, message: "must NOT have more than 64 characters", propertyName: key1 };
                      vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
                    }
                    var valid1 = _errs6 === errors;
                    if (!valid1) {
                      let err1 = { instancePath: instancePath + "/query", schemaPath: "#/properties/query/propertyNames", keyword: "propertyNames", params: { propertyName: key1 }, message: "property name must be valid" };
                      return vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++, validate11.errors = vErrors, !1;
                      break;
                    }
                  }
                  if (valid1)
                    for (let key2 of Object.keys(data1)) {
                      let data2 = data1[key2], _errs8 = errors;
                      if (errors === _errs8)
                        if (typeof data2 == "string") {
                          if (data2.length > 2048)
                            return validate11.errors = [{ instancePath: instancePath + "/query/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/query/additionalProperties/maxLength", keyword: "maxLength", params: { limit: 2048 }, message: "must NOT have more than 2048 characters" }], !1;
                        } else
                          return validate11.errors = [{ instancePath: instancePath + "/query/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/query/additionalProperties/type", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
                      var valid2 = _errs8 === errors;
                      if (!valid2)
                        break;
                    }
                } else
                  return validate11.errors = [{ instancePath: instancePath + "/query", schemaPath: "#/properties/query/type", keyword: "type", params: { type: "object" }, message: "must be object" }], !1;
              var valid0 = _errs4 === errors;
            } else
              var valid0 = !0;
            if (valid0)
              if (data.resume !== void 0 && func0.call(data, "resume")) {
                let data3 = data.resume, _errs10 = errors;
                if (errors === _errs10)
                  if (data3 && typeof data3 == "object" && !Array.isArray(data3)) {
                    let missing1;
                    if ((data3.method === void 0 || !func0.call(data3, "method")) && (missing1 = "method") || (data3.orderToken === void 0 || !func0.call(data3, "orderToken")) && (missing1 = "orderToken") || (data3.hint === void 0 || !func0.call(data3, "hint")) && (missing1 = "hint"))
                      return validate11.errors = [{ instancePath: instancePath + "/resume", schemaPath: "#/properties/resume/required", keyword: "required", params: { missingProperty: missing1 }, message: "must have required property '" + missing1 + "'" }], !1;
                    {
                      let _errs12 = errors;
                      for (let key3 of Object.keys(data3))
                        if (!(key3 === "method" || key3 === "orderToken" || key3 === "hint")) {
                          return validate11.errors = [{ instancePath: instancePath + "/resume", schemaPath: "#/properties/resume/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key3 }, message: "must NOT have additional properties" }], !1;
                          break;
                        }
                      if (_errs12 === errors) {
                        if (data3.method !== void 0 && func0.call(data3, "method")) {
                          let data4 = data3.method, _errs13 = errors;
                          if (errors === _errs13)
                            if (typeof data4 == "string") {
                              if (data4.length > 64)
                                return validate11.errors = [{ instancePath: instancePath + "/resume/method", schemaPath: "#/properties/resume/properties/method/maxLength", keyword: "maxLength", params: { limit: 64 }, message: "must NOT have more than 64 characters" }], !1;
                            } else
                              return validate11.errors = [{ instancePath: instancePath + "/resume/method", schemaPath: "#/properties/resume/properties/method/type", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
                          var valid3 = _errs13 === errors;
                        } else
                          var valid3 = !0;
                        if (valid3) {
                          if (data3.orderToken !== void 0 && func0.call(data3, "orderToken")) {
                            let data5 = data3.orderToken, _errs15 = errors;
                            if (errors === _errs15)
                              if (typeof data5 == "string") {
                                if (data5.length > 2e3)
                                  return validate11.errors = [{ instancePath: instancePath + "/resume/orderToken", schemaPath: "#/properties/resume/properties/orderToken/maxLength", keyword: "maxLength", params: { limit: 2e3 }, message: "must NOT have more than 2000 characters" }], !1;
                              } else
                                return validate11.errors = [{ instancePath: instancePath + "/resume/orderToken", schemaPath: "#/properties/resume/properties/orderToken/type", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
                            var valid3 = _errs15 === errors;
                          } else
                            var valid3 = !0;
                          if (valid3)
                            if (data3.hint !== void 0 && func0.call(data3, "hint")) {
                              let data6 = data3.hint, _errs17 = errors;
                              if (!(data6 === "processing" || data6 === "cancelled" || data6 === "maybe_paid"))
                                return validate11.errors = [{ instancePath: instancePath + "/resume/hint", schemaPath: "#/properties/resume/properties/hint/enum", keyword: "enum", params: { allowedValues: schema12.properties.resume.properties.hint.enum }, message: "must be equal to one of the allowed values" }], !1;
                              var valid3 = _errs17 === errors;
                            } else
                              var valid3 = !0;
                        }
                      }
                    }
                  } else
                    return validate11.errors = [{ instancePath: instancePath + "/resume", schemaPath: "#/properties/resume/type", keyword: "type", params: { type: "object" }, message: "must be object" }], !1;
                var valid0 = _errs10 === errors;
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
var v4 = validate14;
function validate14(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null, errors = 0;
  if (errors === 0)
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing0;
      if ((data.token === void 0 || !func0.call(data, "token")) && (missing0 = "token"))
        return validate14.errors = [{ instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: missing0 }, message: "must have required property '" + missing0 + "'" }], !1;
      {
        let _errs1 = errors;
        for (let key0 of Object.keys(data))
          if (!(key0 === "phone" || key0 === "realnameVerified" || key0 === "token")) {
            return validate14.errors = [{ instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" }], !1;
            break;
          }
        if (_errs1 === errors) {
          if (data.phone !== void 0 && func0.call(data, "phone")) {
            let data0 = data.phone, _errs2 = errors;
            if (errors === _errs2)
              if (typeof data0 == "string") {
                if (data0.length > 20)
                  return validate14.errors = [{ instancePath: instancePath + "/phone", schemaPath: "#/properties/phone/maxLength", keyword: "maxLength", params: { limit: 20 }, message: "must NOT have more than 20 characters" }], !1;
              } else
                return validate14.errors = [{ instancePath: instancePath + "/phone", schemaPath: "#/properties/phone/type", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
            var valid0 = _errs2 === errors;
          } else
            var valid0 = !0;
          if (valid0) {
            if (data.realnameVerified !== void 0 && func0.call(data, "realnameVerified")) {
              let _errs4 = errors;
              if (typeof data.realnameVerified != "boolean")
                return validate14.errors = [{ instancePath: instancePath + "/realnameVerified", schemaPath: "#/properties/realnameVerified/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" }], !1;
              var valid0 = _errs4 === errors;
            } else
              var valid0 = !0;
            if (valid0)
              if (data.token !== void 0 && func0.call(data, "token")) {
                let data2 = data.token, _errs6 = errors;
                if (errors === _errs6)
                  if (typeof data2 == "string") {
                    if (data2.length > 4096)
                      return validate14.errors = [{ instancePath: instancePath + "/token", schemaPath: "#/properties/token/maxLength", keyword: "maxLength", params: { limit: 4096 }, message: "must NOT have more than 4096 characters" }], !1;
                    if (data2.length < 1)
                      return validate14.errors = [{ instancePath: instancePath + "/token", schemaPath: "#/properties/token/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }], !1;
                  } else
                    return validate14.errors = [{ instancePath: instancePath + "/token", schemaPath: "#/properties/token/type", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
                var valid0 = _errs6 === errors;
              } else
                var valid0 = !0;
          }
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
      if ((data.level === void 0 || !func0.call(data, "level")) && (missing0 = "level"))
        return validate15.errors = [{ instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: missing0 }, message: "must have required property '" + missing0 + "'" }], !1;
      {
        let _errs1 = errors;
        for (let key0 of Object.keys(data))
          if (key0 !== "level") {
            return validate15.errors = [{ instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" }], !1;
            break;
          }
        if (_errs1 === errors && data.level !== void 0 && func0.call(data, "level")) {
          let data0 = data.level, _errs2 = errors;
          if (!(typeof data0 == "number" && !(data0 % 1) && !isNaN(data0) && isFinite(data0)))
            return validate15.errors = [{ instancePath: instancePath + "/level", schemaPath: "#/properties/level/type", keyword: "type", params: { type: "integer" }, message: "must be integer" }], !1;
          if (errors === _errs2 && typeof data0 == "number" && isFinite(data0)) {
            if (data0 > 5 || isNaN(data0))
              return validate15.errors = [{ instancePath: instancePath + "/level", schemaPath: "#/properties/level/maximum", keyword: "maximum", params: { comparison: "<=", limit: 5 }, message: "must be <= 5" }], !1;
            if (data0 < 1 || isNaN(data0))
              return validate15.errors = [{ instancePath: instancePath + "/level", schemaPath: "#/properties/level/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1" }], !1;
          }
        }
      }
    } else
      return validate15.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" }], !1;
  return validate15.errors = vErrors, errors === 0;
}
var v6 = validate16, schema17 = { type: "object", properties: { hint: { enum: ["processing", "cancelled", "maybe_paid"] } }, required: ["hint"], additionalProperties: !1, $id: "v6" };
function validate16(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null, errors = 0;
  if (errors === 0)
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing0;
      if ((data.hint === void 0 || !func0.call(data, "hint")) && (missing0 = "hint"))
        return validate16.errors = [{ instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: missing0 }, message: "must have required property '" + missing0 + "'" }], !1;
      {
        let _errs1 = errors;
        for (let key0 of Object.keys(data))
          if (key0 !== "hint") {
            return validate16.errors = [{ instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" }], !1;
            break;
          }
        if (_errs1 === errors && data.hint !== void 0 && func0.call(data, "hint")) {
          let data0 = data.hint;
          if (!(data0 === "processing" || data0 === "cancelled" || data0 === "maybe_paid"))
            return validate16.errors = [{ instancePath: instancePath + "/hint", schemaPath: "#/properties/hint/enum", keyword: "enum", params: { allowedValues: schema17.properties.hint.enum }, message: "must be equal to one of the allowed values" }], !1;
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
      if ((data.value === void 0 || !func0.call(data, "value")) && (missing0 = "value"))
        return validate17.errors = [{ instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: missing0 }, message: "must have required property '" + missing0 + "'" }], !1;
      for (let key0 of Object.keys(data))
        if (key0 !== "value") {
          return validate17.errors = [{ instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" }], !1;
          break;
        }
    } else
      return validate17.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" }], !1;
  return validate17.errors = vErrors, errors === 0;
}
var v8 = validate18;
function validate18(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null, errors = 0;
  if (errors === 0)
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing0;
      if ((data.keys === void 0 || !func0.call(data, "keys")) && (missing0 = "keys"))
        return validate18.errors = [{ instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: missing0 }, message: "must have required property '" + missing0 + "'" }], !1;
      {
        let _errs1 = errors;
        for (let key0 of Object.keys(data))
          if (key0 !== "keys") {
            return validate18.errors = [{ instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" }], !1;
            break;
          }
        if (_errs1 === errors && data.keys !== void 0 && func0.call(data, "keys")) {
          let data0 = data.keys;
          if (errors === errors)
            if (Array.isArray(data0)) {
              if (data0.length > 8e3)
                return validate18.errors = [{ instancePath: instancePath + "/keys", schemaPath: "#/properties/keys/maxItems", keyword: "maxItems", params: { limit: 8e3 }, message: "must NOT have more than 8000 items" }], !1;
              {
                var valid1 = !0;
                let len0 = data0.length;
                for (let i0 = 0; i0 < len0; i0++) {
                  let data1 = data0[i0], _errs4 = errors;
                  if (errors === _errs4)
                    if (typeof data1 == "string") {
                      if (data1.length > 128)
                        return validate18.errors = [{ instancePath: instancePath + "/keys/" + i0, schemaPath: "#/properties/keys/items/maxLength", keyword: "maxLength", params: { limit: 128 }, message: "must NOT have more than 128 characters" }], !1;
                      if (data1.length < 1)
                        return validate18.errors = [{ instancePath: instancePath + "/keys/" + i0, schemaPath: "#/properties/keys/items/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }], !1;
                    } else
                      return validate18.errors = [{ instancePath: instancePath + "/keys/" + i0, schemaPath: "#/properties/keys/items/type", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
                  var valid1 = _errs4 === errors;
                  if (!valid1)
                    break;
                }
              }
            } else
              return validate18.errors = [{ instancePath: instancePath + "/keys", schemaPath: "#/properties/keys/type", keyword: "type", params: { type: "array" }, message: "must be array" }], !1;
        }
      }
    } else
      return validate18.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" }], !1;
  return validate18.errors = vErrors, errors === 0;
}
var v9 = validate19;
function validate19(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null, errors = 0;
  if (errors === 0)
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing0;
      if ((data.bytes === void 0 || !func0.call(data, "bytes")) && (missing0 = "bytes") || (data.limit === void 0 || !func0.call(data, "limit")) && (missing0 = "limit"))
        return validate19.errors = [{ instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: missing0 }, message: "must have required property '" + missing0 + "'" }], !1;
      {
        let _errs1 = errors;
        for (let key0 of Object.keys(data))
          if (!(key0 === "bytes" || key0 === "limit")) {
            return validate19.errors = [{ instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" }], !1;
            break;
          }
        if (_errs1 === errors) {
          if (data.bytes !== void 0 && func0.call(data, "bytes")) {
            let data0 = data.bytes, _errs2 = errors;
            if (!(typeof data0 == "number" && !(data0 % 1) && !isNaN(data0) && isFinite(data0)))
              return validate19.errors = [{ instancePath: instancePath + "/bytes", schemaPath: "#/properties/bytes/type", keyword: "type", params: { type: "integer" }, message: "must be integer" }], !1;
            if (errors === _errs2 && typeof data0 == "number" && isFinite(data0) && (data0 < 0 || isNaN(data0)))
              return validate19.errors = [{ instancePath: instancePath + "/bytes", schemaPath: "#/properties/bytes/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" }], !1;
            var valid0 = _errs2 === errors;
          } else
            var valid0 = !0;
          if (valid0)
            if (data.limit !== void 0 && func0.call(data, "limit")) {
              let data1 = data.limit, _errs4 = errors;
              if (!(typeof data1 == "number" && !(data1 % 1) && !isNaN(data1) && isFinite(data1)))
                return validate19.errors = [{ instancePath: instancePath + "/limit", schemaPath: "#/properties/limit/type", keyword: "type", params: { type: "integer" }, message: "must be integer" }], !1;
              if (errors === _errs4 && typeof data1 == "number" && isFinite(data1) && (data1 < 0 || isNaN(data1)))
                return validate19.errors = [{ instancePath: instancePath + "/limit", schemaPath: "#/properties/limit/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" }], !1;
              var valid0 = _errs4 === errors;
            } else
              var valid0 = !0;
        }
      }
    } else
      return validate19.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" }], !1;
  return validate19.errors = vErrors, errors === 0;
}
var v10 = validate20, schema21 = { type: "object", properties: { status: { type: "integer", minimum: 100, maximum: 599 }, headers: { type: "object", additionalProperties: { type: "string", maxLength: 4096 }, propertyNames: { maxLength: 64, pattern: "^[A-Za-z0-9!#$%&'*+.^_`|~-]+$" }, maxProperties: 32 }, body: { type: "string", maxLength: 1e6 }, encoding: { enum: ["utf8", "base64"] } }, required: ["status", "headers", "body"], additionalProperties: !1, $id: "v10" }, pattern0 = new RegExp("^[A-Za-z0-9!#$%&'*+.^_`|~-]+$", "u");
function validate20(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null, errors = 0;
  if (errors === 0)
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing0;
      if ((data.status === void 0 || !func0.call(data, "status")) && (missing0 = "status") || (data.headers === void 0 || !func0.call(data, "headers")) && (missing0 = "headers") || (data.body === void 0 || !func0.call(data, "body")) && (missing0 = "body"))
        return validate20.errors = [{ instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: missing0 }, message: "must have required property '" + missing0 + "'" }], !1;
      {
        let _errs1 = errors;
        for (let key0 of Object.keys(data))
          if (!(key0 === "status" || key0 === "headers" || key0 === "body" || key0 === "encoding")) {
            return validate20.errors = [{ instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" }], !1;
            break;
          }
        if (_errs1 === errors) {
          if (data.status !== void 0 && func0.call(data, "status")) {
            let data0 = data.status, _errs2 = errors;
            if (!(typeof data0 == "number" && !(data0 % 1) && !isNaN(data0) && isFinite(data0)))
              return validate20.errors = [{ instancePath: instancePath + "/status", schemaPath: "#/properties/status/type", keyword: "type", params: { type: "integer" }, message: "must be integer" }], !1;
            if (errors === _errs2 && typeof data0 == "number" && isFinite(data0)) {
              if (data0 > 599 || isNaN(data0))
                return validate20.errors = [{ instancePath: instancePath + "/status", schemaPath: "#/properties/status/maximum", keyword: "maximum", params: { comparison: "<=", limit: 599 }, message: "must be <= 599" }], !1;
              if (data0 < 100 || isNaN(data0))
                return validate20.errors = [{ instancePath: instancePath + "/status", schemaPath: "#/properties/status/minimum", keyword: "minimum", params: { comparison: ">=", limit: 100 }, message: "must be >= 100" }], !1;
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
                    return validate20.errors = [{ instancePath: instancePath + "/headers", schemaPath: "#/properties/headers/maxProperties", keyword: "maxProperties", params: { limit: 32 }, message: "must NOT have more than 32 properties" }], !1;
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
                      return vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++, validate20.errors = vErrors, !1;
                      break;
                    }
                  }
                  if (valid1)
                    for (let key2 of Object.keys(data1)) {
                      let data2 = data1[key2], _errs8 = errors;
                      if (errors === _errs8)
                        if (typeof data2 == "string") {
                          if (data2.length > 4096)
                            return validate20.errors = [{ instancePath: instancePath + "/headers/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/headers/additionalProperties/maxLength", keyword: "maxLength", params: { limit: 4096 }, message: "must NOT have more than 4096 characters" }], !1;
                        } else
                          return validate20.errors = [{ instancePath: instancePath + "/headers/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/headers/additionalProperties/type", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
                      var valid2 = _errs8 === errors;
                      if (!valid2)
                        break;
                    }
                } else
                  return validate20.errors = [{ instancePath: instancePath + "/headers", schemaPath: "#/properties/headers/type", keyword: "type", params: { type: "object" }, message: "must be object" }], !1;
              var valid0 = _errs4 === errors;
            } else
              var valid0 = !0;
            if (valid0) {
              if (data.body !== void 0 && func0.call(data, "body")) {
                let data3 = data.body, _errs10 = errors;
                if (errors === _errs10)
                  if (typeof data3 == "string") {
                    if (data3.length > 1e6)
                      return validate20.errors = [{ instancePath: instancePath + "/body", schemaPath: "#/properties/body/maxLength", keyword: "maxLength", params: { limit: 1e6 }, message: "must NOT have more than 1000000 characters" }], !1;
                  } else
                    return validate20.errors = [{ instancePath: instancePath + "/body", schemaPath: "#/properties/body/type", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
                var valid0 = _errs10 === errors;
              } else
                var valid0 = !0;
              if (valid0)
                if (data.encoding !== void 0 && func0.call(data, "encoding")) {
                  let data4 = data.encoding, _errs12 = errors;
                  if (!(data4 === "utf8" || data4 === "base64"))
                    return validate20.errors = [{ instancePath: instancePath + "/encoding", schemaPath: "#/properties/encoding/enum", keyword: "enum", params: { allowedValues: schema21.properties.encoding.enum }, message: "must be equal to one of the allowed values" }], !1;
                  var valid0 = _errs12 === errors;
                } else
                  var valid0 = !0;
            }
          }
        }
      }
    } else
      return validate20.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" }], !1;
  return validate20.errors = vErrors, errors === 0;
}
var v11 = validate21;
function validate21(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null, errors = 0;
  if (errors === 0)
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing0;
      if ((data.status === void 0 || !func0.call(data, "status")) && (missing0 = "status") || (data.headers === void 0 || !func0.call(data, "headers")) && (missing0 = "headers"))
        return validate21.errors = [{ instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: missing0 }, message: "must have required property '" + missing0 + "'" }], !1;
      {
        let _errs1 = errors;
        for (let key0 of Object.keys(data))
          if (!(key0 === "status" || key0 === "headers")) {
            return validate21.errors = [{ instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" }], !1;
            break;
          }
        if (_errs1 === errors) {
          if (data.status !== void 0 && func0.call(data, "status")) {
            let data0 = data.status, _errs2 = errors;
            if (!(typeof data0 == "number" && !(data0 % 1) && !isNaN(data0) && isFinite(data0)))
              return validate21.errors = [{ instancePath: instancePath + "/status", schemaPath: "#/properties/status/type", keyword: "type", params: { type: "integer" }, message: "must be integer" }], !1;
            if (errors === _errs2 && typeof data0 == "number" && isFinite(data0)) {
              if (data0 > 599 || isNaN(data0))
                return validate21.errors = [{ instancePath: instancePath + "/status", schemaPath: "#/properties/status/maximum", keyword: "maximum", params: { comparison: "<=", limit: 599 }, message: "must be <= 599" }], !1;
              if (data0 < 100 || isNaN(data0))
                return validate21.errors = [{ instancePath: instancePath + "/status", schemaPath: "#/properties/status/minimum", keyword: "minimum", params: { comparison: ">=", limit: 100 }, message: "must be >= 100" }], !1;
            }
            var valid0 = _errs2 === errors;
          } else
            var valid0 = !0;
          if (valid0)
            if (data.headers !== void 0 && func0.call(data, "headers")) {
              let data1 = data.headers, _errs4 = errors;
              if (errors === _errs4)
                if (data1 && typeof data1 == "object" && !Array.isArray(data1)) {
                  if (Object.keys(data1).length > 32)
                    return validate21.errors = [{ instancePath: instancePath + "/headers", schemaPath: "#/properties/headers/maxProperties", keyword: "maxProperties", params: { limit: 32 }, message: "must NOT have more than 32 properties" }], !1;
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
                      return vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++, validate21.errors = vErrors, !1;
                      break;
                    }
                  }
                  if (valid1)
                    for (let key2 of Object.keys(data1)) {
                      let data2 = data1[key2], _errs8 = errors;
                      if (errors === _errs8)
                        if (typeof data2 == "string") {
                          if (data2.length > 4096)
                            return validate21.errors = [{ instancePath: instancePath + "/headers/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/headers/additionalProperties/maxLength", keyword: "maxLength", params: { limit: 4096 }, message: "must NOT have more than 4096 characters" }], !1;
                        } else
                          return validate21.errors = [{ instancePath: instancePath + "/headers/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/headers/additionalProperties/type", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
                      var valid2 = _errs8 === errors;
                      if (!valid2)
                        break;
                    }
                } else
                  return validate21.errors = [{ instancePath: instancePath + "/headers", schemaPath: "#/properties/headers/type", keyword: "type", params: { type: "object" }, message: "must be object" }], !1;
              var valid0 = _errs4 === errors;
            } else
              var valid0 = !0;
        }
      }
    } else
      return validate21.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" }], !1;
  return validate21.errors = vErrors, errors === 0;
}
var v12 = validate22;
var pattern3 = new RegExp("^file-[A-Za-z0-9-]{1,35}$", "u");
function validate22(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null, errors = 0;
  if (errors === 0)
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing0;
      if ((data.status === void 0 || !func0.call(data, "status")) && (missing0 = "status") || (data.headers === void 0 || !func0.call(data, "headers")) && (missing0 = "headers") || (data.file === void 0 || !func0.call(data, "file")) && (missing0 = "file"))
        return validate22.errors = [{ instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: missing0 }, message: "must have required property '" + missing0 + "'" }], !1;
      {
        let _errs1 = errors;
        for (let key0 of Object.keys(data))
          if (!(key0 === "status" || key0 === "headers" || key0 === "file")) {
            return validate22.errors = [{ instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" }], !1;
            break;
          }
        if (_errs1 === errors) {
          if (data.status !== void 0 && func0.call(data, "status")) {
            let data0 = data.status, _errs2 = errors;
            if (!(typeof data0 == "number" && !(data0 % 1) && !isNaN(data0) && isFinite(data0)))
              return validate22.errors = [{ instancePath: instancePath + "/status", schemaPath: "#/properties/status/type", keyword: "type", params: { type: "integer" }, message: "must be integer" }], !1;
            if (errors === _errs2 && typeof data0 == "number" && isFinite(data0)) {
              if (data0 > 599 || isNaN(data0))
                return validate22.errors = [{ instancePath: instancePath + "/status", schemaPath: "#/properties/status/maximum", keyword: "maximum", params: { comparison: "<=", limit: 599 }, message: "must be <= 599" }], !1;
              if (data0 < 100 || isNaN(data0))
                return validate22.errors = [{ instancePath: instancePath + "/status", schemaPath: "#/properties/status/minimum", keyword: "minimum", params: { comparison: ">=", limit: 100 }, message: "must be >= 100" }], !1;
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
                    return validate22.errors = [{ instancePath: instancePath + "/headers", schemaPath: "#/properties/headers/maxProperties", keyword: "maxProperties", params: { limit: 32 }, message: "must NOT have more than 32 properties" }], !1;
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
                      return vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++, validate22.errors = vErrors, !1;
                      break;
                    }
                  }
                  if (valid1)
                    for (let key2 of Object.keys(data1)) {
                      let data2 = data1[key2], _errs8 = errors;
                      if (errors === _errs8)
                        if (typeof data2 == "string") {
                          if (data2.length > 4096)
                            return validate22.errors = [{ instancePath: instancePath + "/headers/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/headers/additionalProperties/maxLength", keyword: "maxLength", params: { limit: 4096 }, message: "must NOT have more than 4096 characters" }], !1;
                        } else
                          return validate22.errors = [{ instancePath: instancePath + "/headers/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/headers/additionalProperties/type", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
                      var valid2 = _errs8 === errors;
                      if (!valid2)
                        break;
                    }
                } else
                  return validate22.errors = [{ instancePath: instancePath + "/headers", schemaPath: "#/properties/headers/type", keyword: "type", params: { type: "object" }, message: "must be object" }], !1;
              var valid0 = _errs4 === errors;
            } else
              var valid0 = !0;
            if (valid0)
              if (data.file !== void 0 && func0.call(data, "file")) {
                let data3 = data.file, _errs10 = errors, _errs11 = errors, valid3 = !1, _errs12 = errors;
                if (errors === _errs12)
                  if (data3 && typeof data3 == "object" && !Array.isArray(data3)) {
                    let missing1;
                    if ((data3.fileId === void 0 || !func0.call(data3, "fileId")) && (missing1 = "fileId") || (data3.type === void 0 || !func0.call(data3, "type")) && (missing1 = "type") || (data3.bytes === void 0 || !func0.call(data3, "bytes")) && (missing1 = "bytes")) {
                      let err3 = { instancePath: instancePath + "/file", schemaPath: "#/properties/file/anyOf/0/required", keyword: "required", params: { missingProperty: missing1 }, message: "must have required property '" + missing1 + "'" };
                      vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
                    } else {
                      let _errs14 = errors;
                      for (let key3 of Object.keys(data3))
                        if (!(key3 === "fileId" || key3 === "type" || key3 === "bytes")) {
                          let err4 = { instancePath: instancePath + "/file", schemaPath: "#/properties/file/anyOf/0/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key3 }, message: "must NOT have additional properties" };
                          vErrors === null ? vErrors = [err4] : vErrors.push(err4), errors++;
                          break;
                        }
                      if (_errs14 === errors) {
                        if (data3.fileId !== void 0 && func0.call(data3, "fileId")) {
                          let data4 = data3.fileId, _errs15 = errors;
                          if (errors === _errs15)
                            if (typeof data4 == "string") {
                              if (data4.length > 40) {
                                let err5 = { instancePath: instancePath + "/file/fileId", schemaPath: "#/properties/file/anyOf/0/properties/fileId/maxLength", keyword: "maxLength", params: { limit: 40 }, message: "must NOT have more than 40 characters" };
                                vErrors === null ? vErrors = [err5] : vErrors.push(err5), errors++;
                              } else if (!pattern3.test(data4)) {
                                let err6 = { instancePath: instancePath + "/file/fileId", schemaPath: "#/properties/file/anyOf/0/properties/fileId/pattern", keyword: "pattern", params: { pattern: "^file-[A-Za-z0-9-]{1,35}$" }, message: 'must match pattern "^file-[A-Za-z0-9-]{1,35}$"' };
                                vErrors === null ? vErrors = [err6] : vErrors.push(err6), errors++;
                              }
                            } else {
                              let err7 = { instancePath: instancePath + "/file/fileId", schemaPath: "#/properties/file/anyOf/0/properties/fileId/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                              vErrors === null ? vErrors = [err7] : vErrors.push(err7), errors++;
                            }
                          var valid4 = _errs15 === errors;
                        } else
                          var valid4 = !0;
                        if (valid4) {
                          if (data3.type !== void 0 && func0.call(data3, "type")) {
                            let data5 = data3.type, _errs17 = errors;
                            if (errors === _errs17)
                              if (typeof data5 == "string") {
                                if (data5.length > 100) {
                                  let err8 = { instancePath: instancePath + "/file/type", schemaPath: "#/properties/file/anyOf/0/properties/type/maxLength", keyword: "maxLength", params: { limit: 100 }, message: "must NOT have more than 100 characters" };
                                  vErrors === null ? vErrors = [err8] : vErrors.push(err8), errors++;
                                }
                              } else {
                                let err9 = { instancePath: instancePath + "/file/type", schemaPath: "#/properties/file/anyOf/0/properties/type/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                                vErrors === null ? vErrors = [err9] : vErrors.push(err9), errors++;
                              }
                            var valid4 = _errs17 === errors;
                          } else
                            var valid4 = !0;
                          if (valid4)
                            if (data3.bytes !== void 0 && func0.call(data3, "bytes")) {
                              let data6 = data3.bytes, _errs19 = errors;
                              if (!(typeof data6 == "number" && !(data6 % 1) && !isNaN(data6) && isFinite(data6))) {
                                let err10 = { instancePath: instancePath + "/file/bytes", schemaPath: "#/properties/file/anyOf/0/properties/bytes/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
                                vErrors === null ? vErrors = [err10] : vErrors.push(err10), errors++;
                              }
                              if (errors === _errs19 && typeof data6 == "number" && isFinite(data6) && (data6 < 0 || isNaN(data6))) {
                                let err11 = { instancePath: instancePath + "/file/bytes", schemaPath: "#/properties/file/anyOf/0/properties/bytes/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" };
                                vErrors === null ? vErrors = [err11] : vErrors.push(err11), errors++;
                              }
                              var valid4 = _errs19 === errors;
                            } else
                              var valid4 = !0;
                        }
                      }
                    }
                  } else {
                    let err12 = { instancePath: instancePath + "/file", schemaPath: "#/properties/file/anyOf/0/type", keyword: "type", params: { type: "object" }, message: "must be object" };
                    vErrors === null ? vErrors = [err12] : vErrors.push(err12), errors++;
                  }
                var _valid0 = _errs12 === errors;
                if (valid3 = valid3 || _valid0, !valid3) {
                  let _errs21 = errors;
                  if (data3 !== null) {
                    let err13 = { instancePath: instancePath + "/file", schemaPath: "#/properties/file/anyOf/1/type", keyword: "type", params: { type: "null" }, message: "must be null" };
                    vErrors === null ? vErrors = [err13] : vErrors.push(err13), errors++;
                  }
                  var _valid0 = _errs21 === errors;
                  valid3 = valid3 || _valid0;
                }
                if (valid3)
                  errors = _errs11, vErrors !== null && (_errs11 ? vErrors.length = _errs11 : vErrors = null);
                else {
                  let err14 = { instancePath: instancePath + "/file", schemaPath: "#/properties/file/anyOf", keyword: "anyOf", params: {}, message: "must match a schema in anyOf" };
                  return vErrors === null ? vErrors = [err14] : vErrors.push(err14), errors++, validate22.errors = vErrors, !1;
                }
                var valid0 = _errs10 === errors;
              } else
                var valid0 = !0;
          }
        }
      }
    } else
      return validate22.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" }], !1;
  return validate22.errors = vErrors, errors === 0;
}
var v13 = validate23;
function validate23(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null, errors = 0;
  if (errors === 0)
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing0;
      if ((data.shared === void 0 || !func0.call(data, "shared")) && (missing0 = "shared"))
        return validate23.errors = [{ instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: missing0 }, message: "must have required property '" + missing0 + "'" }], !1;
      {
        let _errs1 = errors;
        for (let key0 of Object.keys(data))
          if (key0 !== "shared") {
            return validate23.errors = [{ instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" }], !1;
            break;
          }
        if (_errs1 === errors && data.shared !== void 0 && func0.call(data, "shared") && typeof data.shared != "boolean")
          return validate23.errors = [{ instancePath: instancePath + "/shared", schemaPath: "#/properties/shared/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" }], !1;
      }
    } else
      return validate23.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" }], !1;
  return validate23.errors = vErrors, errors === 0;
}
var v14 = validate24;
function validate24(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null, errors = 0;
  if (errors === 0)
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing0;
      if ((data.opened === void 0 || !func0.call(data, "opened")) && (missing0 = "opened"))
        return validate24.errors = [{ instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: missing0 }, message: "must have required property '" + missing0 + "'" }], !1;
      {
        let _errs1 = errors;
        for (let key0 of Object.keys(data))
          if (key0 !== "opened") {
            return validate24.errors = [{ instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" }], !1;
            break;
          }
        if (_errs1 === errors && data.opened !== void 0 && func0.call(data, "opened") && typeof data.opened != "boolean")
          return validate24.errors = [{ instancePath: instancePath + "/opened", schemaPath: "#/properties/opened/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" }], !1;
      }
    } else
      return validate24.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" }], !1;
  return validate24.errors = vErrors, errors === 0;
}
var v15 = validate25;
function validate25(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null, errors = 0;
  if (errors === 0)
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing0;
      if ((data.confirmed === void 0 || !func0.call(data, "confirmed")) && (missing0 = "confirmed"))
        return validate25.errors = [{ instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: missing0 }, message: "must have required property '" + missing0 + "'" }], !1;
      {
        let _errs1 = errors;
        for (let key0 of Object.keys(data))
          if (key0 !== "confirmed") {
            return validate25.errors = [{ instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" }], !1;
            break;
          }
        if (_errs1 === errors && data.confirmed !== void 0 && func0.call(data, "confirmed") && typeof data.confirmed != "boolean")
          return validate25.errors = [{ instancePath: instancePath + "/confirmed", schemaPath: "#/properties/confirmed/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" }], !1;
      }
    } else
      return validate25.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" }], !1;
  return validate25.errors = vErrors, errors === 0;
}
var v16 = validate26;
function validate26(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null, errors = 0;
  if (errors === 0)
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing0;
      if ((data.index === void 0 || !func0.call(data, "index")) && (missing0 = "index"))
        return validate26.errors = [{ instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: missing0 }, message: "must have required property '" + missing0 + "'" }], !1;
      {
        let _errs1 = errors;
        for (let key0 of Object.keys(data))
          if (key0 !== "index") {
            return validate26.errors = [{ instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" }], !1;
            break;
          }
        if (_errs1 === errors && data.index !== void 0 && func0.call(data, "index")) {
          let data0 = data.index, _errs3 = errors, valid1 = !1, _errs4 = errors;
          if (!(typeof data0 == "number" && !(data0 % 1) && !isNaN(data0) && isFinite(data0))) {
            let err0 = { instancePath: instancePath + "/index", schemaPath: "#/properties/index/anyOf/0/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
            vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
          }
          if (errors === _errs4 && typeof data0 == "number" && isFinite(data0)) {
            if (data0 > 7 || isNaN(data0)) {
              let err1 = { instancePath: instancePath + "/index", schemaPath: "#/properties/index/anyOf/0/maximum", keyword: "maximum", params: { comparison: "<=", limit: 7 }, message: "must be <= 7" };
              vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
            } else if (data0 < 0 || isNaN(data0)) {
              let err2 = { instancePath: instancePath + "/index", schemaPath: "#/properties/index/anyOf/0/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" };
              vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
            }
          }
          var _valid0 = _errs4 === errors;
          if (valid1 = valid1 || _valid0, !valid1) {
            let _errs6 = errors;
            if (data0 !== null) {
              let err3 = { instancePath: instancePath + "/index", schemaPath: "#/properties/index/anyOf/1/type", keyword: "type", params: { type: "null" }, message: "must be null" };
              vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
            }
            var _valid0 = _errs6 === errors;
            valid1 = valid1 || _valid0;
          }
          if (valid1)
            errors = _errs3, vErrors !== null && (_errs3 ? vErrors.length = _errs3 : vErrors = null);
          else {
            let err4 = { instancePath: instancePath + "/index", schemaPath: "#/properties/index/anyOf", keyword: "anyOf", params: {}, message: "must match a schema in anyOf" };
            return vErrors === null ? vErrors = [err4] : vErrors.push(err4), errors++, validate26.errors = vErrors, !1;
          }
        }
      }
    } else
      return validate26.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" }], !1;
  return validate26.errors = vErrors, errors === 0;
}
var v17 = validate27;
function validate27(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null, errors = 0;
  if (errors === 0)
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing0;
      if ((data.done === void 0 || !func0.call(data, "done")) && (missing0 = "done"))
        return validate27.errors = [{ instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: missing0 }, message: "must have required property '" + missing0 + "'" }], !1;
      {
        let _errs1 = errors;
        for (let key0 of Object.keys(data))
          if (key0 !== "done") {
            return validate27.errors = [{ instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" }], !1;
            break;
          }
        if (_errs1 === errors && data.done !== void 0 && func0.call(data, "done") && typeof data.done != "boolean")
          return validate27.errors = [{ instancePath: instancePath + "/done", schemaPath: "#/properties/done/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" }], !1;
      }
    } else
      return validate27.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" }], !1;
  return validate27.errors = vErrors, errors === 0;
}
var v18 = validate28;
function validate28(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null, errors = 0;
  if (errors === 0)
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing0;
      if ((data.text === void 0 || !func0.call(data, "text")) && (missing0 = "text") || (data.format === void 0 || !func0.call(data, "format")) && (missing0 = "format"))
        return validate28.errors = [{ instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: missing0 }, message: "must have required property '" + missing0 + "'" }], !1;
      {
        let _errs1 = errors;
        for (let key0 of Object.keys(data))
          if (!(key0 === "text" || key0 === "format")) {
            return validate28.errors = [{ instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" }], !1;
            break;
          }
        if (_errs1 === errors) {
          if (data.text !== void 0 && func0.call(data, "text")) {
            let data0 = data.text, _errs2 = errors;
            if (errors === _errs2)
              if (typeof data0 == "string") {
                if (data0.length > 8e3)
                  return validate28.errors = [{ instancePath: instancePath + "/text", schemaPath: "#/properties/text/maxLength", keyword: "maxLength", params: { limit: 8e3 }, message: "must NOT have more than 8000 characters" }], !1;
              } else
                return validate28.errors = [{ instancePath: instancePath + "/text", schemaPath: "#/properties/text/type", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
            var valid0 = _errs2 === errors;
          } else
            var valid0 = !0;
          if (valid0)
            if (data.format !== void 0 && func0.call(data, "format")) {
              let data1 = data.format, _errs4 = errors;
              if (errors === _errs4)
                if (typeof data1 == "string") {
                  if (data1.length > 32)
                    return validate28.errors = [{ instancePath: instancePath + "/format", schemaPath: "#/properties/format/maxLength", keyword: "maxLength", params: { limit: 32 }, message: "must NOT have more than 32 characters" }], !1;
                } else
                  return validate28.errors = [{ instancePath: instancePath + "/format", schemaPath: "#/properties/format/type", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
              var valid0 = _errs4 === errors;
            } else
              var valid0 = !0;
        }
      }
    } else
      return validate28.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" }], !1;
  return validate28.errors = vErrors, errors === 0;
}
var v19 = validate29;
function validate29(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null, errors = 0;
  if (errors === 0)
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing0;
      if ((data.latitude === void 0 || !func0.call(data, "latitude")) && (missing0 = "latitude") || (data.longitude === void 0 || !func0.call(data, "longitude")) && (missing0 = "longitude") || (data.accuracy === void 0 || !func0.call(data, "accuracy")) && (missing0 = "accuracy") || (data.at === void 0 || !func0.call(data, "at")) && (missing0 = "at"))
        return validate29.errors = [{ instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: missing0 }, message: "must have required property '" + missing0 + "'" }], !1;
      {
        let _errs1 = errors;
        for (let key0 of Object.keys(data))
          if (!(key0 === "latitude" || key0 === "longitude" || key0 === "accuracy" || key0 === "at")) {
            return validate29.errors = [{ instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" }], !1;
            break;
          }
        if (_errs1 === errors) {
          if (data.latitude !== void 0 && func0.call(data, "latitude")) {
            let data0 = data.latitude, _errs2 = errors;
            if (errors === _errs2)
              if (typeof data0 == "number" && isFinite(data0)) {
                if (data0 > 90 || isNaN(data0))
                  return validate29.errors = [{ instancePath: instancePath + "/latitude", schemaPath: "#/properties/latitude/maximum", keyword: "maximum", params: { comparison: "<=", limit: 90 }, message: "must be <= 90" }], !1;
                if (data0 < -90 || isNaN(data0))
                  return validate29.errors = [{ instancePath: instancePath + "/latitude", schemaPath: "#/properties/latitude/minimum", keyword: "minimum", params: { comparison: ">=", limit: -90 }, message: "must be >= -90" }], !1;
              } else
                return validate29.errors = [{ instancePath: instancePath + "/latitude", schemaPath: "#/properties/latitude/type", keyword: "type", params: { type: "number" }, message: "must be number" }], !1;
            var valid0 = _errs2 === errors;
          } else
            var valid0 = !0;
          if (valid0) {
            if (data.longitude !== void 0 && func0.call(data, "longitude")) {
              let data1 = data.longitude, _errs4 = errors;
              if (errors === _errs4)
                if (typeof data1 == "number" && isFinite(data1)) {
                  if (data1 > 180 || isNaN(data1))
                    return validate29.errors = [{ instancePath: instancePath + "/longitude", schemaPath: "#/properties/longitude/maximum", keyword: "maximum", params: { comparison: "<=", limit: 180 }, message: "must be <= 180" }], !1;
                  if (data1 < -180 || isNaN(data1))
                    return validate29.errors = [{ instancePath: instancePath + "/longitude", schemaPath: "#/properties/longitude/minimum", keyword: "minimum", params: { comparison: ">=", limit: -180 }, message: "must be >= -180" }], !1;
                } else
                  return validate29.errors = [{ instancePath: instancePath + "/longitude", schemaPath: "#/properties/longitude/type", keyword: "type", params: { type: "number" }, message: "must be number" }], !1;
              var valid0 = _errs4 === errors;
            } else
              var valid0 = !0;
            if (valid0) {
              if (data.accuracy !== void 0 && func0.call(data, "accuracy")) {
                let data2 = data.accuracy, _errs6 = errors;
                if (errors === _errs6)
                  if (typeof data2 == "number" && isFinite(data2)) {
                    if (data2 < 0 || isNaN(data2))
                      return validate29.errors = [{ instancePath: instancePath + "/accuracy", schemaPath: "#/properties/accuracy/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" }], !1;
                  } else
                    return validate29.errors = [{ instancePath: instancePath + "/accuracy", schemaPath: "#/properties/accuracy/type", keyword: "type", params: { type: "number" }, message: "must be number" }], !1;
                var valid0 = _errs6 === errors;
              } else
                var valid0 = !0;
              if (valid0)
                if (data.at !== void 0 && func0.call(data, "at")) {
                  let data3 = data.at, _errs8 = errors;
                  if (errors === _errs8)
                    if (typeof data3 == "string") {
                      if (data3.length > 40)
                        return validate29.errors = [{ instancePath: instancePath + "/at", schemaPath: "#/properties/at/maxLength", keyword: "maxLength", params: { limit: 40 }, message: "must NOT have more than 40 characters" }], !1;
                    } else
                      return validate29.errors = [{ instancePath: instancePath + "/at", schemaPath: "#/properties/at/type", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
                  var valid0 = _errs8 === errors;
                } else
                  var valid0 = !0;
            }
          }
        }
      }
    } else
      return validate29.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" }], !1;
  return validate29.errors = vErrors, errors === 0;
}
var v20 = validate30, schema31 = { type: "object", properties: { online: { type: "boolean" }, kind: { enum: ["wifi", "cellular", "wired", "none", "unknown"] }, saveData: { type: "boolean" } }, required: ["online", "kind", "saveData"], additionalProperties: !1, $id: "v20" };
function validate30(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null, errors = 0;
  if (errors === 0)
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing0;
      if ((data.online === void 0 || !func0.call(data, "online")) && (missing0 = "online") || (data.kind === void 0 || !func0.call(data, "kind")) && (missing0 = "kind") || (data.saveData === void 0 || !func0.call(data, "saveData")) && (missing0 = "saveData"))
        return validate30.errors = [{ instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: missing0 }, message: "must have required property '" + missing0 + "'" }], !1;
      {
        let _errs1 = errors;
        for (let key0 of Object.keys(data))
          if (!(key0 === "online" || key0 === "kind" || key0 === "saveData")) {
            return validate30.errors = [{ instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" }], !1;
            break;
          }
        if (_errs1 === errors) {
          if (data.online !== void 0 && func0.call(data, "online")) {
            let _errs2 = errors;
            if (typeof data.online != "boolean")
              return validate30.errors = [{ instancePath: instancePath + "/online", schemaPath: "#/properties/online/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" }], !1;
            var valid0 = _errs2 === errors;
          } else
            var valid0 = !0;
          if (valid0) {
            if (data.kind !== void 0 && func0.call(data, "kind")) {
              let data1 = data.kind, _errs4 = errors;
              if (!(data1 === "wifi" || data1 === "cellular" || data1 === "wired" || data1 === "none" || data1 === "unknown"))
                return validate30.errors = [{ instancePath: instancePath + "/kind", schemaPath: "#/properties/kind/enum", keyword: "enum", params: { allowedValues: schema31.properties.kind.enum }, message: "must be equal to one of the allowed values" }], !1;
              var valid0 = _errs4 === errors;
            } else
              var valid0 = !0;
            if (valid0)
              if (data.saveData !== void 0 && func0.call(data, "saveData")) {
                let _errs5 = errors;
                if (typeof data.saveData != "boolean")
                  return validate30.errors = [{ instancePath: instancePath + "/saveData", schemaPath: "#/properties/saveData/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" }], !1;
                var valid0 = _errs5 === errors;
              } else
                var valid0 = !0;
          }
        }
      }
    } else
      return validate30.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" }], !1;
  return validate30.errors = vErrors, errors === 0;
}
var v21 = validate31;
function validate31(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null, errors = 0;
  if (errors === 0)
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing0;
      if ((data.called === void 0 || !func0.call(data, "called")) && (missing0 = "called"))
        return validate31.errors = [{ instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: missing0 }, message: "must have required property '" + missing0 + "'" }], !1;
      {
        let _errs1 = errors;
        for (let key0 of Object.keys(data))
          if (key0 !== "called") {
            return validate31.errors = [{ instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" }], !1;
            break;
          }
        if (_errs1 === errors && data.called !== void 0 && func0.call(data, "called") && typeof data.called != "boolean")
          return validate31.errors = [{ instancePath: instancePath + "/called", schemaPath: "#/properties/called/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" }], !1;
      }
    } else
      return validate31.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" }], !1;
  return validate31.errors = vErrors, errors === 0;
}
var v22 = validate32, schema33 = { type: "object", properties: { images: { type: "array", items: { type: "object", properties: { fileId: { type: "string", maxLength: 40, pattern: "^file-[A-Za-z0-9-]{1,35}$" }, type: { enum: ["image/jpeg", "image/png"] }, width: { type: "integer", minimum: 1 }, height: { type: "integer", minimum: 1 }, bytes: { type: "integer", minimum: 1 }, preview: { type: "string", maxLength: 12e4 } }, required: ["fileId", "type", "width", "height", "bytes", "preview"], additionalProperties: !1 }, maxItems: 9 } }, required: ["images"], additionalProperties: !1, $id: "v22" };
function validate32(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null, errors = 0;
  if (errors === 0)
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing0;
      if ((data.images === void 0 || !func0.call(data, "images")) && (missing0 = "images"))
        return validate32.errors = [{ instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: missing0 }, message: "must have required property '" + missing0 + "'" }], !1;
      {
        let _errs1 = errors;
        for (let key0 of Object.keys(data))
          if (key0 !== "images") {
            return validate32.errors = [{ instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" }], !1;
            break;
          }
        if (_errs1 === errors && data.images !== void 0 && func0.call(data, "images")) {
          let data0 = data.images;
          if (errors === errors)
            if (Array.isArray(data0)) {
              if (data0.length > 9)
                return validate32.errors = [{ instancePath: instancePath + "/images", schemaPath: "#/properties/images/maxItems", keyword: "maxItems", params: { limit: 9 }, message: "must NOT have more than 9 items" }], !1;
              {
                var valid1 = !0;
                let len0 = data0.length;
                for (let i0 = 0; i0 < len0; i0++) {
                  let data1 = data0[i0], _errs4 = errors;
                  if (errors === _errs4)
                    if (data1 && typeof data1 == "object" && !Array.isArray(data1)) {
                      let missing1;
                      if ((data1.fileId === void 0 || !func0.call(data1, "fileId")) && (missing1 = "fileId") || (data1.type === void 0 || !func0.call(data1, "type")) && (missing1 = "type") || (data1.width === void 0 || !func0.call(data1, "width")) && (missing1 = "width") || (data1.height === void 0 || !func0.call(data1, "height")) && (missing1 = "height") || (data1.bytes === void 0 || !func0.call(data1, "bytes")) && (missing1 = "bytes") || (data1.preview === void 0 || !func0.call(data1, "preview")) && (missing1 = "preview"))
                        return validate32.errors = [{ instancePath: instancePath + "/images/" + i0, schemaPath: "#/properties/images/items/required", keyword: "required", params: { missingProperty: missing1 }, message: "must have required property '" + missing1 + "'" }], !1;
                      {
                        let _errs6 = errors;
                        for (let key1 of Object.keys(data1))
                          if (!(key1 === "fileId" || key1 === "type" || key1 === "width" || key1 === "height" || key1 === "bytes" || key1 === "preview")) {
                            return validate32.errors = [{ instancePath: instancePath + "/images/" + i0, schemaPath: "#/properties/images/items/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key1 }, message: "must NOT have additional properties" }], !1;
                            break;
                          }
                        if (_errs6 === errors) {
                          if (data1.fileId !== void 0 && func0.call(data1, "fileId")) {
                            let data2 = data1.fileId, _errs7 = errors;
                            if (errors === _errs7)
                              if (typeof data2 == "string") {
                                if (data2.length > 40)
                                  return validate32.errors = [{ instancePath: instancePath + "/images/" + i0 + "/fileId", schemaPath: "#/properties/images/items/properties/fileId/maxLength", keyword: "maxLength", params: { limit: 40 }, message: "must NOT have more than 40 characters" }], !1;
                                if (!pattern3.test(data2))
                                  return validate32.errors = [{ instancePath: instancePath + "/images/" + i0 + "/fileId", schemaPath: "#/properties/images/items/properties/fileId/pattern", keyword: "pattern", params: { pattern: "^file-[A-Za-z0-9-]{1,35}$" }, message: 'must match pattern "^file-[A-Za-z0-9-]{1,35}$"' }], !1;
                              } else
                                return validate32.errors = [{ instancePath: instancePath + "/images/" + i0 + "/fileId", schemaPath: "#/properties/images/items/properties/fileId/type", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
                            var valid2 = _errs7 === errors;
                          } else
                            var valid2 = !0;
                          if (valid2) {
                            if (data1.type !== void 0 && func0.call(data1, "type")) {
                              let data3 = data1.type, _errs9 = errors;
                              if (!(data3 === "image/jpeg" || data3 === "image/png"))
                                return validate32.errors = [{ instancePath: instancePath + "/images/" + i0 + "/type", schemaPath: "#/properties/images/items/properties/type/enum", keyword: "enum", params: { allowedValues: schema33.properties.images.items.properties.type.enum }, message: "must be equal to one of the allowed values" }], !1;
                              var valid2 = _errs9 === errors;
                            } else
                              var valid2 = !0;
                            if (valid2) {
                              if (data1.width !== void 0 && func0.call(data1, "width")) {
                                let data4 = data1.width, _errs10 = errors;
                                if (!(typeof data4 == "number" && !(data4 % 1) && !isNaN(data4) && isFinite(data4)))
                                  return validate32.errors = [{ instancePath: instancePath + "/images/" + i0 + "/width", schemaPath: "#/properties/images/items/properties/width/type", keyword: "type", params: { type: "integer" }, message: "must be integer" }], !1;
                                if (errors === _errs10 && typeof data4 == "number" && isFinite(data4) && (data4 < 1 || isNaN(data4)))
                                  return validate32.errors = [{ instancePath: instancePath + "/images/" + i0 + "/width", schemaPath: "#/properties/images/items/properties/width/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1" }], !1;
                                var valid2 = _errs10 === errors;
                              } else
                                var valid2 = !0;
                              if (valid2) {
                                if (data1.height !== void 0 && func0.call(data1, "height")) {
                                  let data5 = data1.height, _errs12 = errors;
                                  if (!(typeof data5 == "number" && !(data5 % 1) && !isNaN(data5) && isFinite(data5)))
                                    return validate32.errors = [{ instancePath: instancePath + "/images/" + i0 + "/height", schemaPath: "#/properties/images/items/properties/height/type", keyword: "type", params: { type: "integer" }, message: "must be integer" }], !1;
                                  if (errors === _errs12 && typeof data5 == "number" && isFinite(data5) && (data5 < 1 || isNaN(data5)))
                                    return validate32.errors = [{ instancePath: instancePath + "/images/" + i0 + "/height", schemaPath: "#/properties/images/items/properties/height/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1" }], !1;
                                  var valid2 = _errs12 === errors;
                                } else
                                  var valid2 = !0;
                                if (valid2) {
                                  if (data1.bytes !== void 0 && func0.call(data1, "bytes")) {
                                    let data6 = data1.bytes, _errs14 = errors;
                                    if (!(typeof data6 == "number" && !(data6 % 1) && !isNaN(data6) && isFinite(data6)))
                                      return validate32.errors = [{ instancePath: instancePath + "/images/" + i0 + "/bytes", schemaPath: "#/properties/images/items/properties/bytes/type", keyword: "type", params: { type: "integer" }, message: "must be integer" }], !1;
                                    if (errors === _errs14 && typeof data6 == "number" && isFinite(data6) && (data6 < 1 || isNaN(data6)))
                                      return validate32.errors = [{ instancePath: instancePath + "/images/" + i0 + "/bytes", schemaPath: "#/properties/images/items/properties/bytes/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1" }], !1;
                                    var valid2 = _errs14 === errors;
                                  } else
                                    var valid2 = !0;
                                  if (valid2)
                                    if (data1.preview !== void 0 && func0.call(data1, "preview")) {
                                      let data7 = data1.preview, _errs16 = errors;
                                      if (errors === _errs16)
                                        if (typeof data7 == "string") {
                                          if (data7.length > 12e4)
                                            return validate32.errors = [{ instancePath: instancePath + "/images/" + i0 + "/preview", schemaPath: "#/properties/images/items/properties/preview/maxLength", keyword: "maxLength", params: { limit: 12e4 }, message: "must NOT have more than 120000 characters" }], !1;
                                        } else
                                          return validate32.errors = [{ instancePath: instancePath + "/images/" + i0 + "/preview", schemaPath: "#/properties/images/items/properties/preview/type", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
                                      var valid2 = _errs16 === errors;
                                    } else
                                      var valid2 = !0;
                                }
                              }
                            }
                          }
                        }
                      }
                    } else
                      return validate32.errors = [{ instancePath: instancePath + "/images/" + i0, schemaPath: "#/properties/images/items/type", keyword: "type", params: { type: "object" }, message: "must be object" }], !1;
                  var valid1 = _errs4 === errors;
                  if (!valid1)
                    break;
                }
              }
            } else
              return validate32.errors = [{ instancePath: instancePath + "/images", schemaPath: "#/properties/images/type", keyword: "type", params: { type: "array" }, message: "must be array" }], !1;
        }
      }
    } else
      return validate32.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" }], !1;
  return validate32.errors = vErrors, errors === 0;
}
var v23 = validate33;
function validate33(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null, errors = 0;
  if (errors === 0)
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing0;
      if ((data.saved === void 0 || !func0.call(data, "saved")) && (missing0 = "saved"))
        return validate33.errors = [{ instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: missing0 }, message: "must have required property '" + missing0 + "'" }], !1;
      {
        let _errs1 = errors;
        for (let key0 of Object.keys(data))
          if (key0 !== "saved") {
            return validate33.errors = [{ instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" }], !1;
            break;
          }
        if (_errs1 === errors && data.saved !== void 0 && func0.call(data, "saved") && typeof data.saved != "boolean")
          return validate33.errors = [{ instancePath: instancePath + "/saved", schemaPath: "#/properties/saved/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" }], !1;
      }
    } else
      return validate33.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" }], !1;
  return validate33.errors = vErrors, errors === 0;
}
var v24 = validate34, schema35 = { type: "object", properties: { results: { type: "object", additionalProperties: { enum: ["accepted", "refused"] }, propertyNames: { maxLength: 40 }, maxProperties: 3 } }, required: ["results"], additionalProperties: !1, $id: "v24" };
function validate34(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null, errors = 0;
  if (errors === 0)
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing0;
      if ((data.results === void 0 || !func0.call(data, "results")) && (missing0 = "results"))
        return validate34.errors = [{ instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: missing0 }, message: "must have required property '" + missing0 + "'" }], !1;
      {
        let _errs1 = errors;
        for (let key0 of Object.keys(data))
          if (key0 !== "results") {
            return validate34.errors = [{ instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" }], !1;
            break;
          }
        if (_errs1 === errors && data.results !== void 0 && func0.call(data, "results")) {
          let data0 = data.results;
          if (errors === errors)
            if (data0 && typeof data0 == "object" && !Array.isArray(data0)) {
              if (Object.keys(data0).length > 3)
                return validate34.errors = [{ instancePath: instancePath + "/results", schemaPath: "#/properties/results/maxProperties", keyword: "maxProperties", params: { limit: 3 }, message: "must NOT have more than 3 properties" }], !1;
              for (let key1 of Object.keys(data0)) {
                let _errs4 = errors;
                if (typeof key1 == "string" && key1.length > 40) {
                  let err0 = { instancePath: instancePath + "/results", schemaPath: "#/properties/results/propertyNames/maxLength", keyword: "maxLength", params: { limit: 40 }, message: "must NOT have more than 40 characters", propertyName: key1 };
                  vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
                }
                var valid1 = _errs4 === errors;
                if (!valid1) {
                  let err1 = { instancePath: instancePath + "/results", schemaPath: "#/properties/results/propertyNames", keyword: "propertyNames", params: { propertyName: key1 }, message: "property name must be valid" };
                  return vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++, validate34.errors = vErrors, !1;
                  break;
                }
              }
              if (valid1)
                for (let key2 of Object.keys(data0)) {
                  let data1 = data0[key2], _errs6 = errors;
                  if (!(data1 === "accepted" || data1 === "refused"))
                    return validate34.errors = [{ instancePath: instancePath + "/results/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/results/additionalProperties/enum", keyword: "enum", params: { allowedValues: schema35.properties.results.additionalProperties.enum }, message: "must be equal to one of the allowed values" }], !1;
                  var valid2 = _errs6 === errors;
                  if (!valid2)
                    break;
                }
            } else
              return validate34.errors = [{ instancePath: instancePath + "/results", schemaPath: "#/properties/results/type", keyword: "type", params: { type: "object" }, message: "must be object" }], !1;
        }
      }
    } else
      return validate34.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" }], !1;
  return validate34.errors = vErrors, errors === 0;
}
var methodResults = {
  __proto__: null,
  "app.info": v0,
  "app.launchOptions": v1,
  "app.close": v2,
  "app.confirmClose": v2,
  "app.setTitle": v2,
  "app.setBar": v2,
  "identity.login": v3,
  "identity.profile": v4,
  "identity.requireLevel": v5,
  "payment.request": v6,
  "payment.query": v6,
  "storage.get": v7,
  "storage.set": v2,
  "storage.remove": v2,
  "storage.keys": v8,
  "storage.clear": v2,
  "storage.usage": v9,
  "net.request": v10,
  "net.stream": v11,
  "net.upload": v10,
  "net.download": v12,
  "nav.openApp": v2,
  "nav.share": v13,
  "nav.openUrl": v14,
  "ui.toast": v2,
  "ui.loading": v2,
  "ui.confirm": v15,
  "ui.actionSheet": v16,
  "ui.haptic": v17,
  "ui.pullToRefresh": v2,
  "device.scan": v18,
  "device.location": v19,
  "device.network": v20,
  "device.phoneCall": v21,
  "device.vibrate": v17,
  "clipboard.write": v2,
  "media.chooseImage": v22,
  "media.preview": v2,
  "media.saveImage": v23,
  "message.subscribe": v24,
  "analytics.track": v2,
  "analytics.mark": v2
};
export {
  methodResults
};
