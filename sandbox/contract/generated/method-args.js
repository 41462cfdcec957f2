// Written by docs/checks/generate.ts. Change the schemas, not this file.
// <stdin>
var v0 = validate10;
function validate10(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null, errors = 0;
  if (errors === 0)
    if (data && typeof data == "object" && !Array.isArray(data))
      for (let key0 of Object.keys(data)) {
        return validate10.errors = [{ instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" }], !1;
        break;
      }
    else
      return validate10.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" }], !1;
  return validate10.errors = vErrors, errors === 0;
}
var v1 = validate11;
var func0 = Object.prototype.hasOwnProperty;
function validate11(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null, errors = 0;
  if (errors === 0)
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing0;
      if ((data.title === void 0 || !func0.call(data, "title")) && (missing0 = "title"))
        return validate11.errors = [{ instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: missing0 }, message: "must have required property '" + missing0 + "'" }], !1;
      {
        let _errs1 = errors;
        for (let key0 of Object.keys(data))
          if (key0 !== "title") {
            return validate11.errors = [{ instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" }], !1;
            break;
          }
        if (_errs1 === errors && data.title !== void 0 && func0.call(data, "title")) {
          let data0 = data.title;
          if (errors === errors)
            if (typeof data0 == "string") {
              if (data0.length > 80)
                return validate11.errors = [{ instancePath: instancePath + "/title", schemaPath: "#/properties/title/maxLength", keyword: "maxLength", params: { limit: 80 }, message: "must NOT have more than 80 characters" }], !1;
            } else
              return validate11.errors = [{ instancePath: instancePath + "/title", schemaPath: "#/properties/title/type", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
        }
      }
    } else
      return validate11.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" }], !1;
  return validate11.errors = vErrors, errors === 0;
}
var v2 = validate12;
function validate12(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null, errors = 0;
  if (errors === 0)
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing0;
      if ((data.orderToken === void 0 || !func0.call(data, "orderToken")) && (missing0 = "orderToken"))
        return validate12.errors = [{ instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: missing0 }, message: "must have required property '" + missing0 + "'" }], !1;
      {
        let _errs1 = errors;
        for (let key0 of Object.keys(data))
          if (key0 !== "orderToken") {
            return validate12.errors = [{ instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" }], !1;
            break;
          }
        if (_errs1 === errors && data.orderToken !== void 0 && func0.call(data, "orderToken")) {
          let data0 = data.orderToken;
          if (errors === errors)
            if (typeof data0 == "string") {
              if (data0.length > 2e3)
                return validate12.errors = [{ instancePath: instancePath + "/orderToken", schemaPath: "#/properties/orderToken/maxLength", keyword: "maxLength", params: { limit: 2e3 }, message: "must NOT have more than 2000 characters" }], !1;
              if (data0.length < 1)
                return validate12.errors = [{ instancePath: instancePath + "/orderToken", schemaPath: "#/properties/orderToken/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }], !1;
            } else
              return validate12.errors = [{ instancePath: instancePath + "/orderToken", schemaPath: "#/properties/orderToken/type", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
        }
      }
    } else
      return validate12.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" }], !1;
  return validate12.errors = vErrors, errors === 0;
}
var v3 = validate13;
function validate13(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null, errors = 0;
  if (errors === 0)
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing0;
      if ((data.key === void 0 || !func0.call(data, "key")) && (missing0 = "key"))
        return validate13.errors = [{ instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: missing0 }, message: "must have required property '" + missing0 + "'" }], !1;
      {
        let _errs1 = errors;
        for (let key0 of Object.keys(data))
          if (key0 !== "key") {
            return validate13.errors = [{ instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" }], !1;
            break;
          }
        if (_errs1 === errors && data.key !== void 0 && func0.call(data, "key")) {
          let data0 = data.key;
          if (errors === errors)
            if (typeof data0 == "string") {
              if (data0.length > 128)
                return validate13.errors = [{ instancePath: instancePath + "/key", schemaPath: "#/properties/key/maxLength", keyword: "maxLength", params: { limit: 128 }, message: "must NOT have more than 128 characters" }], !1;
              if (data0.length < 1)
                return validate13.errors = [{ instancePath: instancePath + "/key", schemaPath: "#/properties/key/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }], !1;
            } else
              return validate13.errors = [{ instancePath: instancePath + "/key", schemaPath: "#/properties/key/type", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
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
      if ((data.key === void 0 || !func0.call(data, "key")) && (missing0 = "key") || (data.value === void 0 || !func0.call(data, "value")) && (missing0 = "value"))
        return validate14.errors = [{ instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: missing0 }, message: "must have required property '" + missing0 + "'" }], !1;
      {
        let _errs1 = errors;
        for (let key0 of Object.keys(data))
          if (!(key0 === "key" || key0 === "value")) {
            return validate14.errors = [{ instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" }], !1;
            break;
          }
        if (_errs1 === errors && data.key !== void 0 && func0.call(data, "key")) {
          let data0 = data.key;
          if (errors === errors)
            if (typeof data0 == "string") {
              if (data0.length > 128)
                return validate14.errors = [{ instancePath: instancePath + "/key", schemaPath: "#/properties/key/maxLength", keyword: "maxLength", params: { limit: 128 }, message: "must NOT have more than 128 characters" }], !1;
              if (data0.length < 1)
                return validate14.errors = [{ instancePath: instancePath + "/key", schemaPath: "#/properties/key/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }], !1;
            } else
              return validate14.errors = [{ instancePath: instancePath + "/key", schemaPath: "#/properties/key/type", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
        }
      }
    } else
      return validate14.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" }], !1;
  return validate14.errors = vErrors, errors === 0;
}
var v5 = validate15, schema16 = { type: "object", properties: { backend: { type: "string", minLength: 1, maxLength: 64, pattern: "^[a-z][a-z0-9-]*$" }, method: { enum: ["GET", "POST", "PUT", "PATCH", "DELETE"] }, path: { type: "string", minLength: 1, maxLength: 2048, pattern: "^/[\\x21-\\x7e]*$" }, headers: { type: "object", additionalProperties: { type: "string", maxLength: 4096 }, propertyNames: { maxLength: 64, pattern: "^[A-Za-z0-9!#$%&'*+.^_`|~-]+$" }, maxProperties: 32 }, body: { type: "string", maxLength: 1e6 }, encoding: { enum: ["utf8", "base64"] } }, required: ["backend", "method", "path"], additionalProperties: !1, $id: "v5" }, pattern0 = new RegExp("^[a-z][a-z0-9-]*$", "u"), pattern1 = new RegExp("^/[\\x21-\\x7e]*$", "u"), pattern2 = new RegExp("^[A-Za-z0-9!#$%&'*+.^_`|~-]+$", "u");
function validate15(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null, errors = 0;
  if (errors === 0)
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing0;
      if ((data.backend === void 0 || !func0.call(data, "backend")) && (missing0 = "backend") || (data.method === void 0 || !func0.call(data, "method")) && (missing0 = "method") || (data.path === void 0 || !func0.call(data, "path")) && (missing0 = "path"))
        return validate15.errors = [{ instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: missing0 }, message: "must have required property '" + missing0 + "'" }], !1;
      {
        let _errs1 = errors;
        for (let key0 of Object.keys(data))
          if (!(key0 === "backend" || key0 === "method" || key0 === "path" || key0 === "headers" || key0 === "body" || key0 === "encoding")) {
            return validate15.errors = [{ instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" }], !1;
            break;
          }
        if (_errs1 === errors) {
          if (data.backend !== void 0 && func0.call(data, "backend")) {
            let data0 = data.backend, _errs2 = errors;
            if (errors === _errs2)
              if (typeof data0 == "string") {
                if (data0.length > 64)
                  return validate15.errors = [{ instancePath: instancePath + "/backend", schemaPath: "#/properties/backend/maxLength", keyword: "maxLength", params: { limit: 64 }, message: "must NOT have more than 64 characters" }], !1;
                if (data0.length < 1)
                  return validate15.errors = [{ instancePath: instancePath + "/backend", schemaPath: "#/properties/backend/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }], !1;
                if (!pattern0.test(data0))
                  return validate15.errors = [{ instancePath: instancePath + "/backend", schemaPath: "#/properties/backend/pattern", keyword: "pattern", params: { pattern: "^[a-z][a-z0-9-]*$" }, message: 'must match pattern "^[a-z][a-z0-9-]*$"' }], !1;
              } else
                return validate15.errors = [{ instancePath: instancePath + "/backend", schemaPath: "#/properties/backend/type", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
            var valid0 = _errs2 === errors;
          } else
            var valid0 = !0;
          if (valid0) {
            if (data.method !== void 0 && func0.call(data, "method")) {
              let data1 = data.method, _errs4 = errors;
              if (!(data1 === "GET" || data1 === "POST" || data1 === "PUT" || data1 === "PATCH" || data1 === "DELETE"))
                return validate15.errors = [{ instancePath: instancePath + "/method", schemaPath: "#/properties/method/enum", keyword: "enum", params: { allowedValues: schema16.properties.method.enum }, message: "must be equal to one of the allowed values" }], !1;
              var valid0 = _errs4 === errors;
            } else
              var valid0 = !0;
            if (valid0) {
              if (data.path !== void 0 && func0.call(data, "path")) {
                let data2 = data.path, _errs5 = errors;
                if (errors === _errs5)
                  if (typeof data2 == "string") {
                    if (data2.length > 2048)
                      return validate15.errors = [{ instancePath: instancePath + "/path", schemaPath: "#/properties/path/maxLength", keyword: "maxLength", params: { limit: 2048 }, message: "must NOT have more than 2048 characters" }], !1;
                    if (data2.length < 1)
                      return validate15.errors = [{ instancePath: instancePath + "/path", schemaPath: "#/properties/path/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }], !1;
                    if (!pattern1.test(data2))
                      return validate15.errors = [{ instancePath: instancePath + "/path", schemaPath: "#/properties/path/pattern", keyword: "pattern", params: { pattern: "^/[\\x21-\\x7e]*$" }, message: 'must match pattern "^/[\\x21-\\x7e]*$"' }], !1;
                  } else
                    return validate15.errors = [{ instancePath: instancePath + "/path", schemaPath: "#/properties/path/type", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
                var valid0 = _errs5 === errors;
              } else
                var valid0 = !0;
              if (valid0) {
                if (data.headers !== void 0 && func0.call(data, "headers")) {
                  let data3 = data.headers, _errs7 = errors;
                  if (errors === _errs7)
                    if (data3 && typeof data3 == "object" && !Array.isArray(data3)) {
                      if (Object.keys(data3).length > 32)
                        return validate15.errors = [{ instancePath: instancePath + "/headers", schemaPath: "#/properties/headers/maxProperties", keyword: "maxProperties", params: { limit: 32 }, message: "must NOT have more than 32 properties" }], !1;
                      for (let key1 of Object.keys(data3)) {
                        let _errs9 = errors;
                        if (typeof key1 == "string") {
                          if (key1.length > 64) {
                            let err0 = { instancePath: instancePath + "/headers", schemaPath: "#/properties/headers/propertyNames/maxLength", keyword: "maxLength", params: { limit: 64 }, message: "must NOT have more than 64 characters", propertyName: key1 };
                            vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
                          } else if (!pattern2.test(key1)) {
                            let err1 = { instancePath: instancePath + "/headers", schemaPath: "#/properties/headers/propertyNames/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z0-9!#$%&'*+.^_`|~-]+$" }, message: 'must match pattern "^[A-Za-z0-9!#$%&\'*+.^_`|~-]+$"', propertyName: key1 };
                            vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
                          }
                        }
                        var valid1 = _errs9 === errors;
                        if (!valid1) {
                          let err2 = { instancePath: instancePath + "/headers", schemaPath: "#/properties/headers/propertyNames", keyword: "propertyNames", params: { propertyName: key1 }, message: "property name must be valid" };
                          return vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++, validate15.errors = vErrors, !1;
                          break;
                        }
                      }
                      if (valid1)
                        for (let key2 of Object.keys(data3)) {
                          let data4 = data3[key2], _errs11 = errors;
                          if (errors === _errs11)
                            if (typeof data4 == "string") {
                              if (data4.length > 4096)
                                return validate15.errors = [{ instancePath: instancePath + "/headers/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/headers/additionalProperties/maxLength", keyword: "maxLength", params: { limit: 4096 }, message: "must NOT have more than 4096 characters" }], !1;
                            } else
                              return validate15.errors = [{ instancePath: instancePath + "/headers/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/headers/additionalProperties/type", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
                          var valid2 = _errs11 === errors;
                          if (!valid2)
                            break;
                        }
                    } else
                      return validate15.errors = [{ instancePath: instancePath + "/headers", schemaPath: "#/properties/headers/type", keyword: "type", params: { type: "object" }, message: "must be object" }], !1;
                  var valid0 = _errs7 === errors;
                } else
                  var valid0 = !0;
                if (valid0) {
                  if (data.body !== void 0 && func0.call(data, "body")) {
                    let data5 = data.body, _errs13 = errors;
                    if (errors === _errs13)
                      if (typeof data5 == "string") {
                        if (data5.length > 1e6)
                          return validate15.errors = [{ instancePath: instancePath + "/body", schemaPath: "#/properties/body/maxLength", keyword: "maxLength", params: { limit: 1e6 }, message: "must NOT have more than 1000000 characters" }], !1;
                      } else
                        return validate15.errors = [{ instancePath: instancePath + "/body", schemaPath: "#/properties/body/type", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
                    var valid0 = _errs13 === errors;
                  } else
                    var valid0 = !0;
                  if (valid0)
                    if (data.encoding !== void 0 && func0.call(data, "encoding")) {
                      let data6 = data.encoding, _errs15 = errors;
                      if (!(data6 === "utf8" || data6 === "base64"))
                        return validate15.errors = [{ instancePath: instancePath + "/encoding", schemaPath: "#/properties/encoding/enum", keyword: "enum", params: { allowedValues: schema16.properties.encoding.enum }, message: "must be equal to one of the allowed values" }], !1;
                      var valid0 = _errs15 === errors;
                    } else
                      var valid0 = !0;
                }
              }
            }
          }
        }
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
      if ((data.text === void 0 || !func0.call(data, "text")) && (missing0 = "text"))
        return validate16.errors = [{ instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: missing0 }, message: "must have required property '" + missing0 + "'" }], !1;
      {
        let _errs1 = errors;
        for (let key0 of Object.keys(data))
          if (key0 !== "text") {
            return validate16.errors = [{ instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" }], !1;
            break;
          }
        if (_errs1 === errors && data.text !== void 0 && func0.call(data, "text")) {
          let data0 = data.text;
          if (errors === errors)
            if (typeof data0 == "string") {
              if (data0.length > 80)
                return validate16.errors = [{ instancePath: instancePath + "/text", schemaPath: "#/properties/text/maxLength", keyword: "maxLength", params: { limit: 80 }, message: "must NOT have more than 80 characters" }], !1;
              if (data0.length < 1)
                return validate16.errors = [{ instancePath: instancePath + "/text", schemaPath: "#/properties/text/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }], !1;
            } else
              return validate16.errors = [{ instancePath: instancePath + "/text", schemaPath: "#/properties/text/type", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
        }
      }
    } else
      return validate16.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" }], !1;
  return validate16.errors = vErrors, errors === 0;
}
var methodArgs = {
  __proto__: null,
  "app.info": v0,
  "app.launchOptions": v0,
  "app.close": v0,
  "app.setTitle": v1,
  "identity.login": v0,
  "payment.request": v2,
  "payment.query": v2,
  "storage.get": v3,
  "storage.set": v4,
  "storage.remove": v3,
  "storage.keys": v0,
  "storage.clear": v0,
  "storage.usage": v0,
  "net.request": v5,
  "ui.toast": v6
};
export {
  methodArgs
};
