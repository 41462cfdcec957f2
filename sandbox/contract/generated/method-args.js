// Written by docs/checks/generate.ts. Change the schemas, not this file.
var __getOwnPropNames = Object.getOwnPropertyNames;
var __commonJS = (cb, mod) => function() {
  try {
    return mod || (0, cb[__getOwnPropNames(cb)[0]])((mod = { exports: {} }).exports, mod), mod.exports;
  } catch (e) {
    throw mod = 0, e;
  }
};

// node_modules/fast-deep-equal/index.js
var require_fast_deep_equal = __commonJS({
  "node_modules/fast-deep-equal/index.js"(exports, module) {
    "use strict";
    module.exports = function equal(a, b) {
      if (a === b) return !0;
      if (a && b && typeof a == "object" && typeof b == "object") {
        if (a.constructor !== b.constructor) return !1;
        var length, i, keys;
        if (Array.isArray(a)) {
          if (length = a.length, length != b.length) return !1;
          for (i = length; i-- !== 0; )
            if (!equal(a[i], b[i])) return !1;
          return !0;
        }
        if (a.constructor === RegExp) return a.source === b.source && a.flags === b.flags;
        if (a.valueOf !== Object.prototype.valueOf) return a.valueOf() === b.valueOf();
        if (a.toString !== Object.prototype.toString) return a.toString() === b.toString();
        if (keys = Object.keys(a), length = keys.length, length !== Object.keys(b).length) return !1;
        for (i = length; i-- !== 0; )
          if (!Object.prototype.hasOwnProperty.call(b, keys[i])) return !1;
        for (i = length; i-- !== 0; ) {
          var key = keys[i];
          if (!equal(a[key], b[key])) return !1;
        }
        return !0;
      }
      return a !== a && b !== b;
    };
  }
});

// node_modules/ajv/dist/runtime/equal.js
var require_equal = __commonJS({
  "node_modules/ajv/dist/runtime/equal.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: !0 });
    var equal = require_fast_deep_equal();
    equal.code = 'require("ajv/dist/runtime/equal").default';
    exports.default = equal;
  }
});

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
      if ((data.text === void 0 || !func0.call(data, "text")) && (missing0 = "text"))
        return validate11.errors = [{ instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: missing0 }, message: "must have required property '" + missing0 + "'" }], !1;
      {
        let _errs1 = errors;
        for (let key0 of Object.keys(data))
          if (key0 !== "text") {
            return validate11.errors = [{ instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" }], !1;
            break;
          }
        if (_errs1 === errors && data.text !== void 0 && func0.call(data, "text")) {
          let data0 = data.text, _errs3 = errors, valid1 = !1, _errs4 = errors;
          if (errors === _errs4)
            if (typeof data0 == "string") {
              if (data0.length > 80) {
                let err0 = { instancePath: instancePath + "/text", schemaPath: "#/properties/text/anyOf/0/maxLength", keyword: "maxLength", params: { limit: 80 }, message: "must NOT have more than 80 characters" };
                vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
              } else if (data0.length < 1) {
                let err1 = { instancePath: instancePath + "/text", schemaPath: "#/properties/text/anyOf/0/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
                vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
              }
            } else {
              let err2 = { instancePath: instancePath + "/text", schemaPath: "#/properties/text/anyOf/0/type", keyword: "type", params: { type: "string" }, message: "must be string" };
              vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
            }
          var _valid0 = _errs4 === errors;
          if (valid1 = valid1 || _valid0, !valid1) {
            let _errs6 = errors;
            if (data0 !== null) {
              let err3 = { instancePath: instancePath + "/text", schemaPath: "#/properties/text/anyOf/1/type", keyword: "type", params: { type: "null" }, message: "must be null" };
              vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
            }
            var _valid0 = _errs6 === errors;
            valid1 = valid1 || _valid0;
          }
          if (valid1)
            errors = _errs3, vErrors !== null && (_errs3 ? vErrors.length = _errs3 : vErrors = null);
          else {
            let err4 = { instancePath: instancePath + "/text", schemaPath: "#/properties/text/anyOf", keyword: "anyOf", params: {}, message: "must match a schema in anyOf" };
            return vErrors === null ? vErrors = [err4] : vErrors.push(err4), errors++, validate11.errors = vErrors, !1;
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
  if (errors === 0)
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing0;
      if ((data.title === void 0 || !func0.call(data, "title")) && (missing0 = "title"))
        return validate12.errors = [{ instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: missing0 }, message: "must have required property '" + missing0 + "'" }], !1;
      {
        let _errs1 = errors;
        for (let key0 of Object.keys(data))
          if (key0 !== "title") {
            return validate12.errors = [{ instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" }], !1;
            break;
          }
        if (_errs1 === errors && data.title !== void 0 && func0.call(data, "title")) {
          let data0 = data.title;
          if (errors === errors)
            if (typeof data0 == "string") {
              if (data0.length > 80)
                return validate12.errors = [{ instancePath: instancePath + "/title", schemaPath: "#/properties/title/maxLength", keyword: "maxLength", params: { limit: 80 }, message: "must NOT have more than 80 characters" }], !1;
            } else
              return validate12.errors = [{ instancePath: instancePath + "/title", schemaPath: "#/properties/title/type", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
        }
      }
    } else
      return validate12.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" }], !1;
  return validate12.errors = vErrors, errors === 0;
}
var v3 = validate13;
var pattern0 = new RegExp("^#[0-9a-f]{6}$", "u");
function validate13(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null, errors = 0;
  if (errors === 0)
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing0;
      if ((data.color === void 0 || !func0.call(data, "color")) && (missing0 = "color"))
        return validate13.errors = [{ instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: missing0 }, message: "must have required property '" + missing0 + "'" }], !1;
      {
        let _errs1 = errors;
        for (let key0 of Object.keys(data))
          if (key0 !== "color") {
            return validate13.errors = [{ instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" }], !1;
            break;
          }
        if (_errs1 === errors && data.color !== void 0 && func0.call(data, "color")) {
          let data0 = data.color, _errs3 = errors, valid1 = !1, _errs4 = errors;
          if (errors === _errs4)
            if (typeof data0 == "string") {
              if (data0.length > 7) {
                let err0 = { instancePath: instancePath + "/color", schemaPath: "#/properties/color/anyOf/0/maxLength", keyword: "maxLength", params: { limit: 7 }, message: "must NOT have more than 7 characters" };
                vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
              } else if (!pattern0.test(data0)) {
                let err1 = { instancePath: instancePath + "/color", schemaPath: "#/properties/color/anyOf/0/pattern", keyword: "pattern", params: { pattern: "^#[0-9a-f]{6}$" }, message: 'must match pattern "^#[0-9a-f]{6}$"' };
                vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
              }
            } else {
              let err2 = { instancePath: instancePath + "/color", schemaPath: "#/properties/color/anyOf/0/type", keyword: "type", params: { type: "string" }, message: "must be string" };
              vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
            }
          var _valid0 = _errs4 === errors;
          if (valid1 = valid1 || _valid0, !valid1) {
            let _errs6 = errors;
            if (data0 !== null) {
              let err3 = { instancePath: instancePath + "/color", schemaPath: "#/properties/color/anyOf/1/type", keyword: "type", params: { type: "null" }, message: "must be null" };
              vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
            }
            var _valid0 = _errs6 === errors;
            valid1 = valid1 || _valid0;
          }
          if (valid1)
            errors = _errs3, vErrors !== null && (_errs3 ? vErrors.length = _errs3 : vErrors = null);
          else {
            let err4 = { instancePath: instancePath + "/color", schemaPath: "#/properties/color/anyOf", keyword: "anyOf", params: {}, message: "must match a schema in anyOf" };
            return vErrors === null ? vErrors = [err4] : vErrors.push(err4), errors++, validate13.errors = vErrors, !1;
          }
        }
      }
    } else
      return validate13.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" }], !1;
  return validate13.errors = vErrors, errors === 0;
}
var v4 = validate14, schema15 = { type: "object", properties: { scopes: { type: "array", items: { enum: ["phone", "realname.verified"] }, minItems: 1, maxItems: 2, uniqueItems: !0 } }, required: ["scopes"], additionalProperties: !1, $id: "v4" }, func32 = require_equal().default;
function validate14(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null, errors = 0;
  if (errors === 0)
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing0;
      if ((data.scopes === void 0 || !func0.call(data, "scopes")) && (missing0 = "scopes"))
        return validate14.errors = [{ instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: missing0 }, message: "must have required property '" + missing0 + "'" }], !1;
      {
        let _errs1 = errors;
        for (let key0 of Object.keys(data))
          if (key0 !== "scopes") {
            return validate14.errors = [{ instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" }], !1;
            break;
          }
        if (_errs1 === errors && data.scopes !== void 0 && func0.call(data, "scopes")) {
          let data0 = data.scopes;
          if (errors === errors)
            if (Array.isArray(data0)) {
              if (data0.length > 2)
                return validate14.errors = [{ instancePath: instancePath + "/scopes", schemaPath: "#/properties/scopes/maxItems", keyword: "maxItems", params: { limit: 2 }, message: "must NOT have more than 2 items" }], !1;
              if (data0.length < 1)
                return validate14.errors = [{ instancePath: instancePath + "/scopes", schemaPath: "#/properties/scopes/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" }], !1;
              {
                var valid1 = !0;
                let len0 = data0.length;
                for (let i0 = 0; i0 < len0; i0++) {
                  let data1 = data0[i0], _errs4 = errors;
                  if (!(data1 === "phone" || data1 === "realname.verified"))
                    return validate14.errors = [{ instancePath: instancePath + "/scopes/" + i0, schemaPath: "#/properties/scopes/items/enum", keyword: "enum", params: { allowedValues: schema15.properties.scopes.items.enum }, message: "must be equal to one of the allowed values" }], !1;
                  var valid1 = _errs4 === errors;
                  if (!valid1)
                    break;
                }
                if (valid1) {
                  let i1 = data0.length, j0;
                  if (i1 > 1) {
                    outer0:
                      for (; i1--; )
                        for (j0 = i1; j0--; )
                          if (func32(data0[i1], data0[j0])) {
                            return validate14.errors = [{ instancePath: instancePath + "/scopes", schemaPath: "#/properties/scopes/uniqueItems", keyword: "uniqueItems", params: { i: i1, j: j0 }, message: "must NOT have duplicate items (items ## " + j0 + " and " + i1 + " are identical)" }], !1;
                            break outer0;
                          }
                  }
                }
              }
            } else
              return validate14.errors = [{ instancePath: instancePath + "/scopes", schemaPath: "#/properties/scopes/type", keyword: "type", params: { type: "array" }, message: "must be array" }], !1;
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
var v6 = validate16;
function validate16(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null, errors = 0;
  if (errors === 0)
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing0;
      if ((data.orderToken === void 0 || !func0.call(data, "orderToken")) && (missing0 = "orderToken"))
        return validate16.errors = [{ instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: missing0 }, message: "must have required property '" + missing0 + "'" }], !1;
      {
        let _errs1 = errors;
        for (let key0 of Object.keys(data))
          if (key0 !== "orderToken") {
            return validate16.errors = [{ instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" }], !1;
            break;
          }
        if (_errs1 === errors && data.orderToken !== void 0 && func0.call(data, "orderToken")) {
          let data0 = data.orderToken;
          if (errors === errors)
            if (typeof data0 == "string") {
              if (data0.length > 2e3)
                return validate16.errors = [{ instancePath: instancePath + "/orderToken", schemaPath: "#/properties/orderToken/maxLength", keyword: "maxLength", params: { limit: 2e3 }, message: "must NOT have more than 2000 characters" }], !1;
              if (data0.length < 1)
                return validate16.errors = [{ instancePath: instancePath + "/orderToken", schemaPath: "#/properties/orderToken/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }], !1;
            } else
              return validate16.errors = [{ instancePath: instancePath + "/orderToken", schemaPath: "#/properties/orderToken/type", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
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
      if ((data.key === void 0 || !func0.call(data, "key")) && (missing0 = "key"))
        return validate17.errors = [{ instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: missing0 }, message: "must have required property '" + missing0 + "'" }], !1;
      {
        let _errs1 = errors;
        for (let key0 of Object.keys(data))
          if (key0 !== "key") {
            return validate17.errors = [{ instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" }], !1;
            break;
          }
        if (_errs1 === errors && data.key !== void 0 && func0.call(data, "key")) {
          let data0 = data.key;
          if (errors === errors)
            if (typeof data0 == "string") {
              if (data0.length > 128)
                return validate17.errors = [{ instancePath: instancePath + "/key", schemaPath: "#/properties/key/maxLength", keyword: "maxLength", params: { limit: 128 }, message: "must NOT have more than 128 characters" }], !1;
              if (data0.length < 1)
                return validate17.errors = [{ instancePath: instancePath + "/key", schemaPath: "#/properties/key/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }], !1;
            } else
              return validate17.errors = [{ instancePath: instancePath + "/key", schemaPath: "#/properties/key/type", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
        }
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
      if ((data.key === void 0 || !func0.call(data, "key")) && (missing0 = "key") || (data.value === void 0 || !func0.call(data, "value")) && (missing0 = "value"))
        return validate18.errors = [{ instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: missing0 }, message: "must have required property '" + missing0 + "'" }], !1;
      {
        let _errs1 = errors;
        for (let key0 of Object.keys(data))
          if (!(key0 === "key" || key0 === "value")) {
            return validate18.errors = [{ instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" }], !1;
            break;
          }
        if (_errs1 === errors && data.key !== void 0 && func0.call(data, "key")) {
          let data0 = data.key;
          if (errors === errors)
            if (typeof data0 == "string") {
              if (data0.length > 128)
                return validate18.errors = [{ instancePath: instancePath + "/key", schemaPath: "#/properties/key/maxLength", keyword: "maxLength", params: { limit: 128 }, message: "must NOT have more than 128 characters" }], !1;
              if (data0.length < 1)
                return validate18.errors = [{ instancePath: instancePath + "/key", schemaPath: "#/properties/key/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }], !1;
            } else
              return validate18.errors = [{ instancePath: instancePath + "/key", schemaPath: "#/properties/key/type", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
        }
      }
    } else
      return validate18.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" }], !1;
  return validate18.errors = vErrors, errors === 0;
}
var v9 = validate19, schema20 = { type: "object", properties: { backend: { type: "string", minLength: 1, maxLength: 64, pattern: "^[a-z][a-z0-9-]*$" }, method: { enum: ["GET", "POST", "PUT", "PATCH", "DELETE"] }, path: { type: "string", minLength: 1, maxLength: 2048, pattern: "^/[\\x21-\\x7e]*$" }, headers: { type: "object", additionalProperties: { type: "string", maxLength: 4096 }, propertyNames: { maxLength: 64, pattern: "^[A-Za-z0-9!#$%&'*+.^_`|~-]+$" }, maxProperties: 32 }, body: { type: "string", maxLength: 1e6 }, encoding: { enum: ["utf8", "base64"] } }, required: ["backend", "method", "path"], additionalProperties: !1, $id: "v9" }, pattern1 = new RegExp("^[a-z][a-z0-9-]*$", "u"), pattern2 = new RegExp("^/[\\x21-\\x7e]*$", "u"), pattern3 = new RegExp("^[A-Za-z0-9!#$%&'*+.^_`|~-]+$", "u");
function validate19(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null, errors = 0;
  if (errors === 0)
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing0;
      if ((data.backend === void 0 || !func0.call(data, "backend")) && (missing0 = "backend") || (data.method === void 0 || !func0.call(data, "method")) && (missing0 = "method") || (data.path === void 0 || !func0.call(data, "path")) && (missing0 = "path"))
        return validate19.errors = [{ instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: missing0 }, message: "must have required property '" + missing0 + "'" }], !1;
      {
        let _errs1 = errors;
        for (let key0 of Object.keys(data))
          if (!(key0 === "backend" || key0 === "method" || key0 === "path" || key0 === "headers" || key0 === "body" || key0 === "encoding")) {
            return validate19.errors = [{ instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" }], !1;
            break;
          }
        if (_errs1 === errors) {
          if (data.backend !== void 0 && func0.call(data, "backend")) {
            let data0 = data.backend, _errs2 = errors;
            if (errors === _errs2)
              if (typeof data0 == "string") {
                if (data0.length > 64)
                  return validate19.errors = [{ instancePath: instancePath + "/backend", schemaPath: "#/properties/backend/maxLength", keyword: "maxLength", params: { limit: 64 }, message: "must NOT have more than 64 characters" }], !1;
                if (data0.length < 1)
                  return validate19.errors = [{ instancePath: instancePath + "/backend", schemaPath: "#/properties/backend/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }], !1;
                if (!pattern1.test(data0))
                  return validate19.errors = [{ instancePath: instancePath + "/backend", schemaPath: "#/properties/backend/pattern", keyword: "pattern", params: { pattern: "^[a-z][a-z0-9-]*$" }, message: 'must match pattern "^[a-z][a-z0-9-]*$"' }], !1;
              } else
                return validate19.errors = [{ instancePath: instancePath + "/backend", schemaPath: "#/properties/backend/type", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
            var valid0 = _errs2 === errors;
          } else
            var valid0 = !0;
          if (valid0) {
            if (data.method !== void 0 && func0.call(data, "method")) {
              let data1 = data.method, _errs4 = errors;
              if (!(data1 === "GET" || data1 === "POST" || data1 === "PUT" || data1 === "PATCH" || data1 === "DELETE"))
                return validate19.errors = [{ instancePath: instancePath + "/method", schemaPath: "#/properties/method/enum", keyword: "enum", params: { allowedValues: schema20.properties.method.enum }, message: "must be equal to one of the allowed values" }], !1;
              var valid0 = _errs4 === errors;
            } else
              var valid0 = !0;
            if (valid0) {
              if (data.path !== void 0 && func0.call(data, "path")) {
                let data2 = data.path, _errs5 = errors;
                if (errors === _errs5)
                  if (typeof data2 == "string") {
                    if (data2.length > 2048)
                      return validate19.errors = [{ instancePath: instancePath + "/path", schemaPath: "#/properties/path/maxLength", keyword: "maxLength", params: { limit: 2048 }, message: "must NOT have more than 2048 characters" }], !1;
                    if (data2.length < 1)
                      return validate19.errors = [{ instancePath: instancePath + "/path", schemaPath: "#/properties/path/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }], !1;
                    if (!pattern2.test(data2))
                      return validate19.errors = [{ instancePath: instancePath + "/path", schemaPath: "#/properties/path/pattern", keyword: "pattern", params: { pattern: "^/[\\x21-\\x7e]*$" }, message: 'must match pattern "^/[\\x21-\\x7e]*$"' }], !1;
                  } else
                    return validate19.errors = [{ instancePath: instancePath + "/path", schemaPath: "#/properties/path/type", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
                var valid0 = _errs5 === errors;
              } else
                var valid0 = !0;
              if (valid0) {
                if (data.headers !== void 0 && func0.call(data, "headers")) {
                  let data3 = data.headers, _errs7 = errors;
                  if (errors === _errs7)
                    if (data3 && typeof data3 == "object" && !Array.isArray(data3)) {
                      if (Object.keys(data3).length > 32)
                        return validate19.errors = [{ instancePath: instancePath + "/headers", schemaPath: "#/properties/headers/maxProperties", keyword: "maxProperties", params: { limit: 32 }, message: "must NOT have more than 32 properties" }], !1;
                      for (let key1 of Object.keys(data3)) {
                        let _errs9 = errors;
                        if (typeof key1 == "string") {
                          if (key1.length > 64) {
                            let err0 = { instancePath: instancePath + "/headers", schemaPath: "#/properties/headers/propertyNames/maxLength", keyword: "maxLength", params: { limit: 64 }, message: "must NOT have more than 64 characters", propertyName: key1 };
                            vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
                          } else if (!pattern3.test(key1)) {
                            let err1 = { instancePath: instancePath + "/headers", schemaPath: "#/properties/headers/propertyNames/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z0-9!#$%&'*+.^_`|~-]+$" }, message: 'must match pattern "^[A-Za-z0-9!#$%&\'*+.^_`|~-]+$"', propertyName: key1 };
                            vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
                          }
                        }
                        var valid1 = _errs9 === errors;
                        if (!valid1) {
                          let err2 = { instancePath: instancePath + "/headers", schemaPath: "#/properties/headers/propertyNames", keyword: "propertyNames", params: { propertyName: key1 }, message: "property name must be valid" };
                          return vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++, validate19.errors = vErrors, !1;
                          break;
                        }
                      }
                      if (valid1)
                        for (let key2 of Object.keys(data3)) {
                          let data4 = data3[key2], _errs11 = errors;
                          if (errors === _errs11)
                            if (typeof data4 == "string") {
                              if (data4.length > 4096)
                                return validate19.errors = [{ instancePath: instancePath + "/headers/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/headers/additionalProperties/maxLength", keyword: "maxLength", params: { limit: 4096 }, message: "must NOT have more than 4096 characters" }], !1;
                            } else
                              return validate19.errors = [{ instancePath: instancePath + "/headers/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/headers/additionalProperties/type", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
                          var valid2 = _errs11 === errors;
                          if (!valid2)
                            break;
                        }
                    } else
                      return validate19.errors = [{ instancePath: instancePath + "/headers", schemaPath: "#/properties/headers/type", keyword: "type", params: { type: "object" }, message: "must be object" }], !1;
                  var valid0 = _errs7 === errors;
                } else
                  var valid0 = !0;
                if (valid0) {
                  if (data.body !== void 0 && func0.call(data, "body")) {
                    let data5 = data.body, _errs13 = errors;
                    if (errors === _errs13)
                      if (typeof data5 == "string") {
                        if (data5.length > 1e6)
                          return validate19.errors = [{ instancePath: instancePath + "/body", schemaPath: "#/properties/body/maxLength", keyword: "maxLength", params: { limit: 1e6 }, message: "must NOT have more than 1000000 characters" }], !1;
                      } else
                        return validate19.errors = [{ instancePath: instancePath + "/body", schemaPath: "#/properties/body/type", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
                    var valid0 = _errs13 === errors;
                  } else
                    var valid0 = !0;
                  if (valid0)
                    if (data.encoding !== void 0 && func0.call(data, "encoding")) {
                      let data6 = data.encoding, _errs15 = errors;
                      if (!(data6 === "utf8" || data6 === "base64"))
                        return validate19.errors = [{ instancePath: instancePath + "/encoding", schemaPath: "#/properties/encoding/enum", keyword: "enum", params: { allowedValues: schema20.properties.encoding.enum }, message: "must be equal to one of the allowed values" }], !1;
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
      return validate19.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" }], !1;
  return validate19.errors = vErrors, errors === 0;
}
var v10 = validate20, schema21 = { type: "object", properties: { backend: { type: "string", minLength: 1, maxLength: 64, pattern: "^[a-z][a-z0-9-]*$" }, method: { enum: ["POST", "PUT"] }, path: { type: "string", minLength: 1, maxLength: 2048, pattern: "^/[\\x21-\\x7e]*$" }, headers: { type: "object", additionalProperties: { type: "string", maxLength: 4096 }, propertyNames: { maxLength: 64, pattern: "^[A-Za-z0-9!#$%&'*+.^_`|~-]+$" }, maxProperties: 32 }, fileId: { type: "string", maxLength: 40, pattern: "^file-[A-Za-z0-9-]{1,35}$" } }, required: ["backend", "path", "fileId"], additionalProperties: !1, $id: "v10" }, pattern7 = new RegExp("^file-[A-Za-z0-9-]{1,35}$", "u");
function validate20(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null, errors = 0;
  if (errors === 0)
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing0;
      if ((data.backend === void 0 || !func0.call(data, "backend")) && (missing0 = "backend") || (data.path === void 0 || !func0.call(data, "path")) && (missing0 = "path") || (data.fileId === void 0 || !func0.call(data, "fileId")) && (missing0 = "fileId"))
        return validate20.errors = [{ instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: missing0 }, message: "must have required property '" + missing0 + "'" }], !1;
      {
        let _errs1 = errors;
        for (let key0 of Object.keys(data))
          if (!(key0 === "backend" || key0 === "method" || key0 === "path" || key0 === "headers" || key0 === "fileId")) {
            return validate20.errors = [{ instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" }], !1;
            break;
          }
        if (_errs1 === errors) {
          if (data.backend !== void 0 && func0.call(data, "backend")) {
            let data0 = data.backend, _errs2 = errors;
            if (errors === _errs2)
              if (typeof data0 == "string") {
                if (data0.length > 64)
                  return validate20.errors = [{ instancePath: instancePath + "/backend", schemaPath: "#/properties/backend/maxLength", keyword: "maxLength", params: { limit: 64 }, message: "must NOT have more than 64 characters" }], !1;
                if (data0.length < 1)
                  return validate20.errors = [{ instancePath: instancePath + "/backend", schemaPath: "#/properties/backend/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }], !1;
                if (!pattern1.test(data0))
                  return validate20.errors = [{ instancePath: instancePath + "/backend", schemaPath: "#/properties/backend/pattern", keyword: "pattern", params: { pattern: "^[a-z][a-z0-9-]*$" }, message: 'must match pattern "^[a-z][a-z0-9-]*$"' }], !1;
              } else
                return validate20.errors = [{ instancePath: instancePath + "/backend", schemaPath: "#/properties/backend/type", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
            var valid0 = _errs2 === errors;
          } else
            var valid0 = !0;
          if (valid0) {
            if (data.method !== void 0 && func0.call(data, "method")) {
              let data1 = data.method, _errs4 = errors;
              if (!(data1 === "POST" || data1 === "PUT"))
                return validate20.errors = [{ instancePath: instancePath + "/method", schemaPath: "#/properties/method/enum", keyword: "enum", params: { allowedValues: schema21.properties.method.enum }, message: "must be equal to one of the allowed values" }], !1;
              var valid0 = _errs4 === errors;
            } else
              var valid0 = !0;
            if (valid0) {
              if (data.path !== void 0 && func0.call(data, "path")) {
                let data2 = data.path, _errs5 = errors;
                if (errors === _errs5)
                  if (typeof data2 == "string") {
                    if (data2.length > 2048)
                      return validate20.errors = [{ instancePath: instancePath + "/path", schemaPath: "#/properties/path/maxLength", keyword: "maxLength", params: { limit: 2048 }, message: "must NOT have more than 2048 characters" }], !1;
                    if (data2.length < 1)
                      return validate20.errors = [{ instancePath: instancePath + "/path", schemaPath: "#/properties/path/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }], !1;
                    if (!pattern2.test(data2))
                      return validate20.errors = [{ instancePath: instancePath + "/path", schemaPath: "#/properties/path/pattern", keyword: "pattern", params: { pattern: "^/[\\x21-\\x7e]*$" }, message: 'must match pattern "^/[\\x21-\\x7e]*$"' }], !1;
                  } else
                    return validate20.errors = [{ instancePath: instancePath + "/path", schemaPath: "#/properties/path/type", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
                var valid0 = _errs5 === errors;
              } else
                var valid0 = !0;
              if (valid0) {
                if (data.headers !== void 0 && func0.call(data, "headers")) {
                  let data3 = data.headers, _errs7 = errors;
                  if (errors === _errs7)
                    if (data3 && typeof data3 == "object" && !Array.isArray(data3)) {
                      if (Object.keys(data3).length > 32)
                        return validate20.errors = [{ instancePath: instancePath + "/headers", schemaPath: "#/properties/headers/maxProperties", keyword: "maxProperties", params: { limit: 32 }, message: "must NOT have more than 32 properties" }], !1;
                      for (let key1 of Object.keys(data3)) {
                        let _errs9 = errors;
                        if (typeof key1 == "string") {
                          if (key1.length > 64) {
                            let err0 = { instancePath: instancePath + "/headers", schemaPath: "#/properties/headers/propertyNames/maxLength", keyword: "maxLength", params: { limit: 64 }, message: "must NOT have more than 64 characters", propertyName: key1 };
                            vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
                          } else if (!pattern3.test(key1)) {
                            let err1 = { instancePath: instancePath + "/headers", schemaPath: "#/properties/headers/propertyNames/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z0-9!#$%&'*+.^_`|~-]+$" }, message: 'must match pattern "^[A-Za-z0-9!#$%&\'*+.^_`|~-]+$"', propertyName: key1 };
                            vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
                          }
                        }
                        var valid1 = _errs9 === errors;
                        if (!valid1) {
                          let err2 = { instancePath: instancePath + "/headers", schemaPath: "#/properties/headers/propertyNames", keyword: "propertyNames", params: { propertyName: key1 }, message: "property name must be valid" };
                          return vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++, validate20.errors = vErrors, !1;
                          break;
                        }
                      }
                      if (valid1)
                        for (let key2 of Object.keys(data3)) {
                          let data4 = data3[key2], _errs11 = errors;
                          if (errors === _errs11)
                            if (typeof data4 == "string") {
                              if (data4.length > 4096)
                                return validate20.errors = [{ instancePath: instancePath + "/headers/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/headers/additionalProperties/maxLength", keyword: "maxLength", params: { limit: 4096 }, message: "must NOT have more than 4096 characters" }], !1;
                            } else
                              return validate20.errors = [{ instancePath: instancePath + "/headers/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/headers/additionalProperties/type", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
                          var valid2 = _errs11 === errors;
                          if (!valid2)
                            break;
                        }
                    } else
                      return validate20.errors = [{ instancePath: instancePath + "/headers", schemaPath: "#/properties/headers/type", keyword: "type", params: { type: "object" }, message: "must be object" }], !1;
                  var valid0 = _errs7 === errors;
                } else
                  var valid0 = !0;
                if (valid0)
                  if (data.fileId !== void 0 && func0.call(data, "fileId")) {
                    let data5 = data.fileId, _errs13 = errors;
                    if (errors === _errs13)
                      if (typeof data5 == "string") {
                        if (data5.length > 40)
                          return validate20.errors = [{ instancePath: instancePath + "/fileId", schemaPath: "#/properties/fileId/maxLength", keyword: "maxLength", params: { limit: 40 }, message: "must NOT have more than 40 characters" }], !1;
                        if (!pattern7.test(data5))
                          return validate20.errors = [{ instancePath: instancePath + "/fileId", schemaPath: "#/properties/fileId/pattern", keyword: "pattern", params: { pattern: "^file-[A-Za-z0-9-]{1,35}$" }, message: 'must match pattern "^file-[A-Za-z0-9-]{1,35}$"' }], !1;
                      } else
                        return validate20.errors = [{ instancePath: instancePath + "/fileId", schemaPath: "#/properties/fileId/type", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
                    var valid0 = _errs13 === errors;
                  } else
                    var valid0 = !0;
              }
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
      if ((data.backend === void 0 || !func0.call(data, "backend")) && (missing0 = "backend") || (data.path === void 0 || !func0.call(data, "path")) && (missing0 = "path"))
        return validate21.errors = [{ instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: missing0 }, message: "must have required property '" + missing0 + "'" }], !1;
      {
        let _errs1 = errors;
        for (let key0 of Object.keys(data))
          if (!(key0 === "backend" || key0 === "path" || key0 === "headers")) {
            return validate21.errors = [{ instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" }], !1;
            break;
          }
        if (_errs1 === errors) {
          if (data.backend !== void 0 && func0.call(data, "backend")) {
            let data0 = data.backend, _errs2 = errors;
            if (errors === _errs2)
              if (typeof data0 == "string") {
                if (data0.length > 64)
                  return validate21.errors = [{ instancePath: instancePath + "/backend", schemaPath: "#/properties/backend/maxLength", keyword: "maxLength", params: { limit: 64 }, message: "must NOT have more than 64 characters" }], !1;
                if (data0.length < 1)
                  return validate21.errors = [{ instancePath: instancePath + "/backend", schemaPath: "#/properties/backend/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }], !1;
                if (!pattern1.test(data0))
                  return validate21.errors = [{ instancePath: instancePath + "/backend", schemaPath: "#/properties/backend/pattern", keyword: "pattern", params: { pattern: "^[a-z][a-z0-9-]*$" }, message: 'must match pattern "^[a-z][a-z0-9-]*$"' }], !1;
              } else
                return validate21.errors = [{ instancePath: instancePath + "/backend", schemaPath: "#/properties/backend/type", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
            var valid0 = _errs2 === errors;
          } else
            var valid0 = !0;
          if (valid0) {
            if (data.path !== void 0 && func0.call(data, "path")) {
              let data1 = data.path, _errs4 = errors;
              if (errors === _errs4)
                if (typeof data1 == "string") {
                  if (data1.length > 2048)
                    return validate21.errors = [{ instancePath: instancePath + "/path", schemaPath: "#/properties/path/maxLength", keyword: "maxLength", params: { limit: 2048 }, message: "must NOT have more than 2048 characters" }], !1;
                  if (data1.length < 1)
                    return validate21.errors = [{ instancePath: instancePath + "/path", schemaPath: "#/properties/path/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }], !1;
                  if (!pattern2.test(data1))
                    return validate21.errors = [{ instancePath: instancePath + "/path", schemaPath: "#/properties/path/pattern", keyword: "pattern", params: { pattern: "^/[\\x21-\\x7e]*$" }, message: 'must match pattern "^/[\\x21-\\x7e]*$"' }], !1;
                } else
                  return validate21.errors = [{ instancePath: instancePath + "/path", schemaPath: "#/properties/path/type", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
              var valid0 = _errs4 === errors;
            } else
              var valid0 = !0;
            if (valid0)
              if (data.headers !== void 0 && func0.call(data, "headers")) {
                let data2 = data.headers, _errs6 = errors;
                if (errors === _errs6)
                  if (data2 && typeof data2 == "object" && !Array.isArray(data2)) {
                    if (Object.keys(data2).length > 32)
                      return validate21.errors = [{ instancePath: instancePath + "/headers", schemaPath: "#/properties/headers/maxProperties", keyword: "maxProperties", params: { limit: 32 }, message: "must NOT have more than 32 properties" }], !1;
                    for (let key1 of Object.keys(data2)) {
                      let _errs8 = errors;
                      if (typeof key1 == "string") {
                        if (key1.length > 64) {
                          let err0 = { instancePath: instancePath + "/headers", schemaPath: "#/properties/headers/propertyNames/maxLength", keyword: "maxLength", params: { limit: 64 }, message: "must NOT have more than 64 characters", propertyName: key1 };
                          vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
                        } else if (!pattern3.test(key1)) {
                          let err1 = { instancePath: instancePath + "/headers", schemaPath: "#/properties/headers/propertyNames/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z0-9!#$%&'*+.^_`|~-]+$" }, message: 'must match pattern "^[A-Za-z0-9!#$%&\'*+.^_`|~-]+$"', propertyName: key1 };
                          vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
                        }
                      }
                      var valid1 = _errs8 === errors;
                      if (!valid1) {
                        let err2 = { instancePath: instancePath + "/headers", schemaPath: "#/properties/headers/propertyNames", keyword: "propertyNames", params: { propertyName: key1 }, message: "property name must be valid" };
                        return vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++, validate21.errors = vErrors, !1;
                        break;
                      }
                    }
                    if (valid1)
                      for (let key2 of Object.keys(data2)) {
                        let data3 = data2[key2], _errs10 = errors;
                        if (errors === _errs10)
                          if (typeof data3 == "string") {
                            if (data3.length > 4096)
                              return validate21.errors = [{ instancePath: instancePath + "/headers/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/headers/additionalProperties/maxLength", keyword: "maxLength", params: { limit: 4096 }, message: "must NOT have more than 4096 characters" }], !1;
                          } else
                            return validate21.errors = [{ instancePath: instancePath + "/headers/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/headers/additionalProperties/type", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
                        var valid2 = _errs10 === errors;
                        if (!valid2)
                          break;
                      }
                  } else
                    return validate21.errors = [{ instancePath: instancePath + "/headers", schemaPath: "#/properties/headers/type", keyword: "type", params: { type: "object" }, message: "must be object" }], !1;
                var valid0 = _errs6 === errors;
              } else
                var valid0 = !0;
          }
        }
      }
    } else
      return validate21.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" }], !1;
  return validate21.errors = vErrors, errors === 0;
}
var v12 = validate22;
function validate22(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null, errors = 0;
  if (errors === 0)
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing0;
      if ((data.appId === void 0 || !func0.call(data, "appId")) && (missing0 = "appId"))
        return validate22.errors = [{ instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: missing0 }, message: "must have required property '" + missing0 + "'" }], !1;
      {
        let _errs1 = errors;
        for (let key0 of Object.keys(data))
          if (!(key0 === "appId" || key0 === "path" || key0 === "query")) {
            return validate22.errors = [{ instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" }], !1;
            break;
          }
        if (_errs1 === errors) {
          if (data.appId !== void 0 && func0.call(data, "appId")) {
            let data0 = data.appId, _errs2 = errors;
            if (errors === _errs2)
              if (typeof data0 == "string") {
                if (data0.length > 100)
                  return validate22.errors = [{ instancePath: instancePath + "/appId", schemaPath: "#/properties/appId/maxLength", keyword: "maxLength", params: { limit: 100 }, message: "must NOT have more than 100 characters" }], !1;
                if (data0.length < 3)
                  return validate22.errors = [{ instancePath: instancePath + "/appId", schemaPath: "#/properties/appId/minLength", keyword: "minLength", params: { limit: 3 }, message: "must NOT have fewer than 3 characters" }], !1;
              } else
                return validate22.errors = [{ instancePath: instancePath + "/appId", schemaPath: "#/properties/appId/type", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
            var valid0 = _errs2 === errors;
          } else
            var valid0 = !0;
          if (valid0) {
            if (data.path !== void 0 && func0.call(data, "path")) {
              let data1 = data.path, _errs4 = errors;
              if (errors === _errs4)
                if (typeof data1 == "string") {
                  if (data1.length > 2048)
                    return validate22.errors = [{ instancePath: instancePath + "/path", schemaPath: "#/properties/path/maxLength", keyword: "maxLength", params: { limit: 2048 }, message: "must NOT have more than 2048 characters" }], !1;
                  if (data1.length < 1)
                    return validate22.errors = [{ instancePath: instancePath + "/path", schemaPath: "#/properties/path/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }], !1;
                  if (!pattern2.test(data1))
                    return validate22.errors = [{ instancePath: instancePath + "/path", schemaPath: "#/properties/path/pattern", keyword: "pattern", params: { pattern: "^/[\\x21-\\x7e]*$" }, message: 'must match pattern "^/[\\x21-\\x7e]*$"' }], !1;
                } else
                  return validate22.errors = [{ instancePath: instancePath + "/path", schemaPath: "#/properties/path/type", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
              var valid0 = _errs4 === errors;
            } else
              var valid0 = !0;
            if (valid0)
              if (data.query !== void 0 && func0.call(data, "query")) {
                let data2 = data.query, _errs6 = errors;
                if (errors === _errs6)
                  if (data2 && typeof data2 == "object" && !Array.isArray(data2)) {
                    if (Object.keys(data2).length > 32)
                      return validate22.errors = [{ instancePath: instancePath + "/query", schemaPath: "#/properties/query/maxProperties", keyword: "maxProperties", params: { limit: 32 }, message: "must NOT have more than 32 properties" }], !1;
                    for (let key1 of Object.keys(data2)) {
                      let _errs8 = errors;
                      if (typeof key1 == "string" && key1.length > 64) {
                        let err0 = { instancePath: instancePath + "/query", schemaPath: "#/properties/query/propertyNames/maxLength", keyword: "maxLength", params: { limit: 64 }, message: "must NOT have more than 64 characters", propertyName: key1 };
                        vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
                      }
                      var valid1 = _errs8 === errors;
                      if (!valid1) {
                        let err1 = { instancePath: instancePath + "/query", schemaPath: "#/properties/query/propertyNames", keyword: "propertyNames", params: { propertyName: key1 }, message: "property name must be valid" };
                        return vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++, validate22.errors = vErrors, !1;
                        break;
                      }
                    }
                    if (valid1)
                      for (let key2 of Object.keys(data2)) {
                        let data3 = data2[key2], _errs10 = errors;
                        if (errors === _errs10)
                          if (typeof data3 == "string") {
                            if (data3.length > 2048)
                              return validate22.errors = [{ instancePath: instancePath + "/query/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/query/additionalProperties/maxLength", keyword: "maxLength", params: { limit: 2048 }, message: "must NOT have more than 2048 characters" }], !1;
                          } else
                            return validate22.errors = [{ instancePath: instancePath + "/query/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/query/additionalProperties/type", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
                        var valid2 = _errs10 === errors;
                        if (!valid2)
                          break;
                      }
                  } else
                    return validate22.errors = [{ instancePath: instancePath + "/query", schemaPath: "#/properties/query/type", keyword: "type", params: { type: "object" }, message: "must be object" }], !1;
                var valid0 = _errs6 === errors;
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
      if ((data.title === void 0 || !func0.call(data, "title")) && (missing0 = "title"))
        return validate23.errors = [{ instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: missing0 }, message: "must have required property '" + missing0 + "'" }], !1;
      {
        let _errs1 = errors;
        for (let key0 of Object.keys(data))
          if (!(key0 === "title" || key0 === "path" || key0 === "query")) {
            return validate23.errors = [{ instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" }], !1;
            break;
          }
        if (_errs1 === errors) {
          if (data.title !== void 0 && func0.call(data, "title")) {
            let data0 = data.title, _errs2 = errors;
            if (errors === _errs2)
              if (typeof data0 == "string") {
                if (data0.length > 80)
                  return validate23.errors = [{ instancePath: instancePath + "/title", schemaPath: "#/properties/title/maxLength", keyword: "maxLength", params: { limit: 80 }, message: "must NOT have more than 80 characters" }], !1;
                if (data0.length < 1)
                  return validate23.errors = [{ instancePath: instancePath + "/title", schemaPath: "#/properties/title/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }], !1;
              } else
                return validate23.errors = [{ instancePath: instancePath + "/title", schemaPath: "#/properties/title/type", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
            var valid0 = _errs2 === errors;
          } else
            var valid0 = !0;
          if (valid0) {
            if (data.path !== void 0 && func0.call(data, "path")) {
              let data1 = data.path, _errs4 = errors;
              if (errors === _errs4)
                if (typeof data1 == "string") {
                  if (data1.length > 2048)
                    return validate23.errors = [{ instancePath: instancePath + "/path", schemaPath: "#/properties/path/maxLength", keyword: "maxLength", params: { limit: 2048 }, message: "must NOT have more than 2048 characters" }], !1;
                  if (data1.length < 1)
                    return validate23.errors = [{ instancePath: instancePath + "/path", schemaPath: "#/properties/path/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }], !1;
                  if (!pattern2.test(data1))
                    return validate23.errors = [{ instancePath: instancePath + "/path", schemaPath: "#/properties/path/pattern", keyword: "pattern", params: { pattern: "^/[\\x21-\\x7e]*$" }, message: 'must match pattern "^/[\\x21-\\x7e]*$"' }], !1;
                } else
                  return validate23.errors = [{ instancePath: instancePath + "/path", schemaPath: "#/properties/path/type", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
              var valid0 = _errs4 === errors;
            } else
              var valid0 = !0;
            if (valid0)
              if (data.query !== void 0 && func0.call(data, "query")) {
                let data2 = data.query, _errs6 = errors;
                if (errors === _errs6)
                  if (data2 && typeof data2 == "object" && !Array.isArray(data2)) {
                    if (Object.keys(data2).length > 32)
                      return validate23.errors = [{ instancePath: instancePath + "/query", schemaPath: "#/properties/query/maxProperties", keyword: "maxProperties", params: { limit: 32 }, message: "must NOT have more than 32 properties" }], !1;
                    for (let key1 of Object.keys(data2)) {
                      let _errs8 = errors;
                      if (typeof key1 == "string" && key1.length > 64) {
                        let err0 = { instancePath: instancePath + "/query", schemaPath: "#/properties/query/propertyNames/maxLength", keyword: "maxLength", params: { limit: 64 }, message: "must NOT have more than 64 characters", propertyName: key1 };
                        vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
                      }
                      var valid1 = _errs8 === errors;
                      if (!valid1) {
                        let err1 = { instancePath: instancePath + "/query", schemaPath: "#/properties/query/propertyNames", keyword: "propertyNames", params: { propertyName: key1 }, message: "property name must be valid" };
                        return vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++, validate23.errors = vErrors, !1;
                        break;
                      }
                    }
                    if (valid1)
                      for (let key2 of Object.keys(data2)) {
                        let data3 = data2[key2], _errs10 = errors;
                        if (errors === _errs10)
                          if (typeof data3 == "string") {
                            if (data3.length > 2048)
                              return validate23.errors = [{ instancePath: instancePath + "/query/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/query/additionalProperties/maxLength", keyword: "maxLength", params: { limit: 2048 }, message: "must NOT have more than 2048 characters" }], !1;
                          } else
                            return validate23.errors = [{ instancePath: instancePath + "/query/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/query/additionalProperties/type", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
                        var valid2 = _errs10 === errors;
                        if (!valid2)
                          break;
                      }
                  } else
                    return validate23.errors = [{ instancePath: instancePath + "/query", schemaPath: "#/properties/query/type", keyword: "type", params: { type: "object" }, message: "must be object" }], !1;
                var valid0 = _errs6 === errors;
              } else
                var valid0 = !0;
          }
        }
      }
    } else
      return validate23.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" }], !1;
  return validate23.errors = vErrors, errors === 0;
}
var v14 = validate24;
var pattern13 = new RegExp("^https://[\\x21-\\x7e]+$", "u");
function validate24(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null, errors = 0;
  if (errors === 0)
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing0;
      if ((data.url === void 0 || !func0.call(data, "url")) && (missing0 = "url"))
        return validate24.errors = [{ instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: missing0 }, message: "must have required property '" + missing0 + "'" }], !1;
      {
        let _errs1 = errors;
        for (let key0 of Object.keys(data))
          if (key0 !== "url") {
            return validate24.errors = [{ instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" }], !1;
            break;
          }
        if (_errs1 === errors && data.url !== void 0 && func0.call(data, "url")) {
          let data0 = data.url;
          if (errors === errors)
            if (typeof data0 == "string") {
              if (data0.length > 2048)
                return validate24.errors = [{ instancePath: instancePath + "/url", schemaPath: "#/properties/url/maxLength", keyword: "maxLength", params: { limit: 2048 }, message: "must NOT have more than 2048 characters" }], !1;
              if (!pattern13.test(data0))
                return validate24.errors = [{ instancePath: instancePath + "/url", schemaPath: "#/properties/url/pattern", keyword: "pattern", params: { pattern: "^https://[\\x21-\\x7e]+$" }, message: 'must match pattern "^https://[\\x21-\\x7e]+$"' }], !1;
            } else
              return validate24.errors = [{ instancePath: instancePath + "/url", schemaPath: "#/properties/url/type", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
        }
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
      if ((data.text === void 0 || !func0.call(data, "text")) && (missing0 = "text"))
        return validate25.errors = [{ instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: missing0 }, message: "must have required property '" + missing0 + "'" }], !1;
      {
        let _errs1 = errors;
        for (let key0 of Object.keys(data))
          if (key0 !== "text") {
            return validate25.errors = [{ instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" }], !1;
            break;
          }
        if (_errs1 === errors && data.text !== void 0 && func0.call(data, "text")) {
          let data0 = data.text;
          if (errors === errors)
            if (typeof data0 == "string") {
              if (data0.length > 80)
                return validate25.errors = [{ instancePath: instancePath + "/text", schemaPath: "#/properties/text/maxLength", keyword: "maxLength", params: { limit: 80 }, message: "must NOT have more than 80 characters" }], !1;
              if (data0.length < 1)
                return validate25.errors = [{ instancePath: instancePath + "/text", schemaPath: "#/properties/text/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }], !1;
            } else
              return validate25.errors = [{ instancePath: instancePath + "/text", schemaPath: "#/properties/text/type", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
        }
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
      if ((data.show === void 0 || !func0.call(data, "show")) && (missing0 = "show"))
        return validate26.errors = [{ instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: missing0 }, message: "must have required property '" + missing0 + "'" }], !1;
      {
        let _errs1 = errors;
        for (let key0 of Object.keys(data))
          if (!(key0 === "show" || key0 === "text")) {
            return validate26.errors = [{ instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" }], !1;
            break;
          }
        if (_errs1 === errors) {
          if (data.show !== void 0 && func0.call(data, "show")) {
            let _errs2 = errors;
            if (typeof data.show != "boolean")
              return validate26.errors = [{ instancePath: instancePath + "/show", schemaPath: "#/properties/show/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" }], !1;
            var valid0 = _errs2 === errors;
          } else
            var valid0 = !0;
          if (valid0)
            if (data.text !== void 0 && func0.call(data, "text")) {
              let data1 = data.text, _errs4 = errors;
              if (errors === _errs4)
                if (typeof data1 == "string") {
                  if (data1.length > 80)
                    return validate26.errors = [{ instancePath: instancePath + "/text", schemaPath: "#/properties/text/maxLength", keyword: "maxLength", params: { limit: 80 }, message: "must NOT have more than 80 characters" }], !1;
                  if (data1.length < 1)
                    return validate26.errors = [{ instancePath: instancePath + "/text", schemaPath: "#/properties/text/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }], !1;
                } else
                  return validate26.errors = [{ instancePath: instancePath + "/text", schemaPath: "#/properties/text/type", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
              var valid0 = _errs4 === errors;
            } else
              var valid0 = !0;
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
      if ((data.text === void 0 || !func0.call(data, "text")) && (missing0 = "text"))
        return validate27.errors = [{ instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: missing0 }, message: "must have required property '" + missing0 + "'" }], !1;
      {
        let _errs1 = errors;
        for (let key0 of Object.keys(data))
          if (!(key0 === "text" || key0 === "confirm" || key0 === "cancel" || key0 === "danger")) {
            return validate27.errors = [{ instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" }], !1;
            break;
          }
        if (_errs1 === errors) {
          if (data.text !== void 0 && func0.call(data, "text")) {
            let data0 = data.text, _errs2 = errors;
            if (errors === _errs2)
              if (typeof data0 == "string") {
                if (data0.length > 80)
                  return validate27.errors = [{ instancePath: instancePath + "/text", schemaPath: "#/properties/text/maxLength", keyword: "maxLength", params: { limit: 80 }, message: "must NOT have more than 80 characters" }], !1;
                if (data0.length < 1)
                  return validate27.errors = [{ instancePath: instancePath + "/text", schemaPath: "#/properties/text/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }], !1;
              } else
                return validate27.errors = [{ instancePath: instancePath + "/text", schemaPath: "#/properties/text/type", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
            var valid0 = _errs2 === errors;
          } else
            var valid0 = !0;
          if (valid0) {
            if (data.confirm !== void 0 && func0.call(data, "confirm")) {
              let data1 = data.confirm, _errs4 = errors;
              if (errors === _errs4)
                if (typeof data1 == "string") {
                  if (data1.length > 12)
                    return validate27.errors = [{ instancePath: instancePath + "/confirm", schemaPath: "#/properties/confirm/maxLength", keyword: "maxLength", params: { limit: 12 }, message: "must NOT have more than 12 characters" }], !1;
                  if (data1.length < 1)
                    return validate27.errors = [{ instancePath: instancePath + "/confirm", schemaPath: "#/properties/confirm/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }], !1;
                } else
                  return validate27.errors = [{ instancePath: instancePath + "/confirm", schemaPath: "#/properties/confirm/type", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
              var valid0 = _errs4 === errors;
            } else
              var valid0 = !0;
            if (valid0) {
              if (data.cancel !== void 0 && func0.call(data, "cancel")) {
                let data2 = data.cancel, _errs6 = errors;
                if (errors === _errs6)
                  if (typeof data2 == "string") {
                    if (data2.length > 12)
                      return validate27.errors = [{ instancePath: instancePath + "/cancel", schemaPath: "#/properties/cancel/maxLength", keyword: "maxLength", params: { limit: 12 }, message: "must NOT have more than 12 characters" }], !1;
                    if (data2.length < 1)
                      return validate27.errors = [{ instancePath: instancePath + "/cancel", schemaPath: "#/properties/cancel/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }], !1;
                  } else
                    return validate27.errors = [{ instancePath: instancePath + "/cancel", schemaPath: "#/properties/cancel/type", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
                var valid0 = _errs6 === errors;
              } else
                var valid0 = !0;
              if (valid0)
                if (data.danger !== void 0 && func0.call(data, "danger")) {
                  let _errs8 = errors;
                  if (typeof data.danger != "boolean")
                    return validate27.errors = [{ instancePath: instancePath + "/danger", schemaPath: "#/properties/danger/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" }], !1;
                  var valid0 = _errs8 === errors;
                } else
                  var valid0 = !0;
            }
          }
        }
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
      if ((data.items === void 0 || !func0.call(data, "items")) && (missing0 = "items"))
        return validate28.errors = [{ instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: missing0 }, message: "must have required property '" + missing0 + "'" }], !1;
      {
        let _errs1 = errors;
        for (let key0 of Object.keys(data))
          if (!(key0 === "title" || key0 === "items")) {
            return validate28.errors = [{ instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" }], !1;
            break;
          }
        if (_errs1 === errors) {
          if (data.title !== void 0 && func0.call(data, "title")) {
            let data0 = data.title, _errs2 = errors;
            if (errors === _errs2)
              if (typeof data0 == "string") {
                if (data0.length > 80)
                  return validate28.errors = [{ instancePath: instancePath + "/title", schemaPath: "#/properties/title/maxLength", keyword: "maxLength", params: { limit: 80 }, message: "must NOT have more than 80 characters" }], !1;
                if (data0.length < 1)
                  return validate28.errors = [{ instancePath: instancePath + "/title", schemaPath: "#/properties/title/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }], !1;
              } else
                return validate28.errors = [{ instancePath: instancePath + "/title", schemaPath: "#/properties/title/type", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
            var valid0 = _errs2 === errors;
          } else
            var valid0 = !0;
          if (valid0)
            if (data.items !== void 0 && func0.call(data, "items")) {
              let data1 = data.items, _errs4 = errors;
              if (errors === _errs4)
                if (Array.isArray(data1)) {
                  if (data1.length > 8)
                    return validate28.errors = [{ instancePath: instancePath + "/items", schemaPath: "#/properties/items/maxItems", keyword: "maxItems", params: { limit: 8 }, message: "must NOT have more than 8 items" }], !1;
                  if (data1.length < 1)
                    return validate28.errors = [{ instancePath: instancePath + "/items", schemaPath: "#/properties/items/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" }], !1;
                  {
                    var valid1 = !0;
                    let len0 = data1.length;
                    for (let i0 = 0; i0 < len0; i0++) {
                      let data2 = data1[i0], _errs6 = errors;
                      if (errors === _errs6)
                        if (data2 && typeof data2 == "object" && !Array.isArray(data2)) {
                          let missing1;
                          if ((data2.text === void 0 || !func0.call(data2, "text")) && (missing1 = "text"))
                            return validate28.errors = [{ instancePath: instancePath + "/items/" + i0, schemaPath: "#/properties/items/items/required", keyword: "required", params: { missingProperty: missing1 }, message: "must have required property '" + missing1 + "'" }], !1;
                          {
                            let _errs8 = errors;
                            for (let key1 of Object.keys(data2))
                              if (!(key1 === "text" || key1 === "danger")) {
                                return validate28.errors = [{ instancePath: instancePath + "/items/" + i0, schemaPath: "#/properties/items/items/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key1 }, message: "must NOT have additional properties" }], !1;
                                break;
                              }
                            if (_errs8 === errors) {
                              if (data2.text !== void 0 && func0.call(data2, "text")) {
                                let data3 = data2.text, _errs9 = errors;
                                if (errors === _errs9)
                                  if (typeof data3 == "string") {
                                    if (data3.length > 30)
                                      return validate28.errors = [{ instancePath: instancePath + "/items/" + i0 + "/text", schemaPath: "#/properties/items/items/properties/text/maxLength", keyword: "maxLength", params: { limit: 30 }, message: "must NOT have more than 30 characters" }], !1;
                                    if (data3.length < 1)
                                      return validate28.errors = [{ instancePath: instancePath + "/items/" + i0 + "/text", schemaPath: "#/properties/items/items/properties/text/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }], !1;
                                  } else
                                    return validate28.errors = [{ instancePath: instancePath + "/items/" + i0 + "/text", schemaPath: "#/properties/items/items/properties/text/type", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
                                var valid2 = _errs9 === errors;
                              } else
                                var valid2 = !0;
                              if (valid2)
                                if (data2.danger !== void 0 && func0.call(data2, "danger")) {
                                  let _errs11 = errors;
                                  if (typeof data2.danger != "boolean")
                                    return validate28.errors = [{ instancePath: instancePath + "/items/" + i0 + "/danger", schemaPath: "#/properties/items/items/properties/danger/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" }], !1;
                                  var valid2 = _errs11 === errors;
                                } else
                                  var valid2 = !0;
                            }
                          }
                        } else
                          return validate28.errors = [{ instancePath: instancePath + "/items/" + i0, schemaPath: "#/properties/items/items/type", keyword: "type", params: { type: "object" }, message: "must be object" }], !1;
                      var valid1 = _errs6 === errors;
                      if (!valid1)
                        break;
                    }
                  }
                } else
                  return validate28.errors = [{ instancePath: instancePath + "/items", schemaPath: "#/properties/items/type", keyword: "type", params: { type: "array" }, message: "must be array" }], !1;
              var valid0 = _errs4 === errors;
            } else
              var valid0 = !0;
        }
      }
    } else
      return validate28.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" }], !1;
  return validate28.errors = vErrors, errors === 0;
}
var v19 = validate29, schema30 = { type: "object", properties: { kind: { enum: ["light", "medium", "heavy", "success", "warning", "error"] } }, required: ["kind"], additionalProperties: !1, $id: "v19" };
function validate29(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null, errors = 0;
  if (errors === 0)
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing0;
      if ((data.kind === void 0 || !func0.call(data, "kind")) && (missing0 = "kind"))
        return validate29.errors = [{ instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: missing0 }, message: "must have required property '" + missing0 + "'" }], !1;
      {
        let _errs1 = errors;
        for (let key0 of Object.keys(data))
          if (key0 !== "kind") {
            return validate29.errors = [{ instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" }], !1;
            break;
          }
        if (_errs1 === errors && data.kind !== void 0 && func0.call(data, "kind")) {
          let data0 = data.kind;
          if (!(data0 === "light" || data0 === "medium" || data0 === "heavy" || data0 === "success" || data0 === "warning" || data0 === "error"))
            return validate29.errors = [{ instancePath: instancePath + "/kind", schemaPath: "#/properties/kind/enum", keyword: "enum", params: { allowedValues: schema30.properties.kind.enum }, message: "must be equal to one of the allowed values" }], !1;
        }
      }
    } else
      return validate29.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" }], !1;
  return validate29.errors = vErrors, errors === 0;
}
var v20 = validate30, schema31 = { type: "object", properties: { state: { enum: ["on", "done", "off"] } }, required: ["state"], additionalProperties: !1, $id: "v20" };
function validate30(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null, errors = 0;
  if (errors === 0)
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing0;
      if ((data.state === void 0 || !func0.call(data, "state")) && (missing0 = "state"))
        return validate30.errors = [{ instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: missing0 }, message: "must have required property '" + missing0 + "'" }], !1;
      {
        let _errs1 = errors;
        for (let key0 of Object.keys(data))
          if (key0 !== "state") {
            return validate30.errors = [{ instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" }], !1;
            break;
          }
        if (_errs1 === errors && data.state !== void 0 && func0.call(data, "state")) {
          let data0 = data.state;
          if (!(data0 === "on" || data0 === "done" || data0 === "off"))
            return validate30.errors = [{ instancePath: instancePath + "/state", schemaPath: "#/properties/state/enum", keyword: "enum", params: { allowedValues: schema31.properties.state.enum }, message: "must be equal to one of the allowed values" }], !1;
        }
      }
    } else
      return validate30.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" }], !1;
  return validate30.errors = vErrors, errors === 0;
}
var v21 = validate31, schema32 = { type: "object", properties: { kinds: { type: "array", items: { enum: ["qr", "barcode"] }, minItems: 1, maxItems: 2, uniqueItems: !0 } }, additionalProperties: !1, $id: "v21" };
function validate31(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null, errors = 0;
  if (errors === 0)
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let _errs1 = errors;
      for (let key0 of Object.keys(data))
        if (key0 !== "kinds") {
          return validate31.errors = [{ instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" }], !1;
          break;
        }
      if (_errs1 === errors && data.kinds !== void 0 && func0.call(data, "kinds")) {
        let data0 = data.kinds;
        if (errors === errors)
          if (Array.isArray(data0)) {
            if (data0.length > 2)
              return validate31.errors = [{ instancePath: instancePath + "/kinds", schemaPath: "#/properties/kinds/maxItems", keyword: "maxItems", params: { limit: 2 }, message: "must NOT have more than 2 items" }], !1;
            if (data0.length < 1)
              return validate31.errors = [{ instancePath: instancePath + "/kinds", schemaPath: "#/properties/kinds/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" }], !1;
            {
              var valid1 = !0;
              let len0 = data0.length;
              for (let i0 = 0; i0 < len0; i0++) {
                let data1 = data0[i0], _errs4 = errors;
                if (!(data1 === "qr" || data1 === "barcode"))
                  return validate31.errors = [{ instancePath: instancePath + "/kinds/" + i0, schemaPath: "#/properties/kinds/items/enum", keyword: "enum", params: { allowedValues: schema32.properties.kinds.items.enum }, message: "must be equal to one of the allowed values" }], !1;
                var valid1 = _errs4 === errors;
                if (!valid1)
                  break;
              }
              if (valid1) {
                let i1 = data0.length, j0;
                if (i1 > 1) {
                  outer0:
                    for (; i1--; )
                      for (j0 = i1; j0--; )
                        if (func32(data0[i1], data0[j0])) {
                          return validate31.errors = [{ instancePath: instancePath + "/kinds", schemaPath: "#/properties/kinds/uniqueItems", keyword: "uniqueItems", params: { i: i1, j: j0 }, message: "must NOT have duplicate items (items ## " + j0 + " and " + i1 + " are identical)" }], !1;
                          break outer0;
                        }
                }
              }
            }
          } else
            return validate31.errors = [{ instancePath: instancePath + "/kinds", schemaPath: "#/properties/kinds/type", keyword: "type", params: { type: "array" }, message: "must be array" }], !1;
      }
    } else
      return validate31.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" }], !1;
  return validate31.errors = vErrors, errors === 0;
}
var v22 = validate32;
function validate32(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null, errors = 0;
  if (errors === 0)
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let _errs1 = errors;
      for (let key0 of Object.keys(data))
        if (key0 !== "precise") {
          return validate32.errors = [{ instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" }], !1;
          break;
        }
      if (_errs1 === errors && data.precise !== void 0 && func0.call(data, "precise") && typeof data.precise != "boolean")
        return validate32.errors = [{ instancePath: instancePath + "/precise", schemaPath: "#/properties/precise/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" }], !1;
    } else
      return validate32.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" }], !1;
  return validate32.errors = vErrors, errors === 0;
}
var v23 = validate33;
var pattern14 = new RegExp("^\\+?[0-9][0-9-]*[0-9]$", "u");
function validate33(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null, errors = 0;
  if (errors === 0)
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing0;
      if ((data.number === void 0 || !func0.call(data, "number")) && (missing0 = "number"))
        return validate33.errors = [{ instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: missing0 }, message: "must have required property '" + missing0 + "'" }], !1;
      {
        let _errs1 = errors;
        for (let key0 of Object.keys(data))
          if (key0 !== "number") {
            return validate33.errors = [{ instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" }], !1;
            break;
          }
        if (_errs1 === errors && data.number !== void 0 && func0.call(data, "number")) {
          let data0 = data.number;
          if (errors === errors)
            if (typeof data0 == "string") {
              if (data0.length > 20)
                return validate33.errors = [{ instancePath: instancePath + "/number", schemaPath: "#/properties/number/maxLength", keyword: "maxLength", params: { limit: 20 }, message: "must NOT have more than 20 characters" }], !1;
              if (data0.length < 3)
                return validate33.errors = [{ instancePath: instancePath + "/number", schemaPath: "#/properties/number/minLength", keyword: "minLength", params: { limit: 3 }, message: "must NOT have fewer than 3 characters" }], !1;
              if (!pattern14.test(data0))
                return validate33.errors = [{ instancePath: instancePath + "/number", schemaPath: "#/properties/number/pattern", keyword: "pattern", params: { pattern: "^\\+?[0-9][0-9-]*[0-9]$" }, message: 'must match pattern "^\\+?[0-9][0-9-]*[0-9]$"' }], !1;
            } else
              return validate33.errors = [{ instancePath: instancePath + "/number", schemaPath: "#/properties/number/type", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
        }
      }
    } else
      return validate33.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" }], !1;
  return validate33.errors = vErrors, errors === 0;
}
var v24 = validate34;
function validate34(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null, errors = 0;
  if (errors === 0)
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing0;
      if ((data.ms === void 0 || !func0.call(data, "ms")) && (missing0 = "ms"))
        return validate34.errors = [{ instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: missing0 }, message: "must have required property '" + missing0 + "'" }], !1;
      {
        let _errs1 = errors;
        for (let key0 of Object.keys(data))
          if (key0 !== "ms") {
            return validate34.errors = [{ instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" }], !1;
            break;
          }
        if (_errs1 === errors && data.ms !== void 0 && func0.call(data, "ms")) {
          let data0 = data.ms, _errs2 = errors;
          if (!(typeof data0 == "number" && !(data0 % 1) && !isNaN(data0) && isFinite(data0)))
            return validate34.errors = [{ instancePath: instancePath + "/ms", schemaPath: "#/properties/ms/type", keyword: "type", params: { type: "integer" }, message: "must be integer" }], !1;
          if (errors === _errs2 && typeof data0 == "number" && isFinite(data0)) {
            if (data0 > 400 || isNaN(data0))
              return validate34.errors = [{ instancePath: instancePath + "/ms", schemaPath: "#/properties/ms/maximum", keyword: "maximum", params: { comparison: "<=", limit: 400 }, message: "must be <= 400" }], !1;
            if (data0 < 10 || isNaN(data0))
              return validate34.errors = [{ instancePath: instancePath + "/ms", schemaPath: "#/properties/ms/minimum", keyword: "minimum", params: { comparison: ">=", limit: 10 }, message: "must be >= 10" }], !1;
          }
        }
      }
    } else
      return validate34.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" }], !1;
  return validate34.errors = vErrors, errors === 0;
}
var v25 = validate35;
function validate35(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null, errors = 0;
  if (errors === 0)
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing0;
      if ((data.text === void 0 || !func0.call(data, "text")) && (missing0 = "text"))
        return validate35.errors = [{ instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: missing0 }, message: "must have required property '" + missing0 + "'" }], !1;
      {
        let _errs1 = errors;
        for (let key0 of Object.keys(data))
          if (key0 !== "text") {
            return validate35.errors = [{ instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" }], !1;
            break;
          }
        if (_errs1 === errors && data.text !== void 0 && func0.call(data, "text")) {
          let data0 = data.text;
          if (errors === errors)
            if (typeof data0 == "string") {
              if (data0.length > 2e3)
                return validate35.errors = [{ instancePath: instancePath + "/text", schemaPath: "#/properties/text/maxLength", keyword: "maxLength", params: { limit: 2e3 }, message: "must NOT have more than 2000 characters" }], !1;
              if (data0.length < 1)
                return validate35.errors = [{ instancePath: instancePath + "/text", schemaPath: "#/properties/text/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }], !1;
            } else
              return validate35.errors = [{ instancePath: instancePath + "/text", schemaPath: "#/properties/text/type", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
        }
      }
    } else
      return validate35.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" }], !1;
  return validate35.errors = vErrors, errors === 0;
}
var v26 = validate36, schema37 = { type: "object", properties: { count: { type: "integer", minimum: 1, maximum: 9 }, source: { enum: ["any", "album", "camera"] } }, additionalProperties: !1, $id: "v26" };
function validate36(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null, errors = 0;
  if (errors === 0)
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let _errs1 = errors;
      for (let key0 of Object.keys(data))
        if (!(key0 === "count" || key0 === "source")) {
          return validate36.errors = [{ instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" }], !1;
          break;
        }
      if (_errs1 === errors) {
        if (data.count !== void 0 && func0.call(data, "count")) {
          let data0 = data.count, _errs2 = errors;
          if (!(typeof data0 == "number" && !(data0 % 1) && !isNaN(data0) && isFinite(data0)))
            return validate36.errors = [{ instancePath: instancePath + "/count", schemaPath: "#/properties/count/type", keyword: "type", params: { type: "integer" }, message: "must be integer" }], !1;
          if (errors === _errs2 && typeof data0 == "number" && isFinite(data0)) {
            if (data0 > 9 || isNaN(data0))
              return validate36.errors = [{ instancePath: instancePath + "/count", schemaPath: "#/properties/count/maximum", keyword: "maximum", params: { comparison: "<=", limit: 9 }, message: "must be <= 9" }], !1;
            if (data0 < 1 || isNaN(data0))
              return validate36.errors = [{ instancePath: instancePath + "/count", schemaPath: "#/properties/count/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1" }], !1;
          }
          var valid0 = _errs2 === errors;
        } else
          var valid0 = !0;
        if (valid0)
          if (data.source !== void 0 && func0.call(data, "source")) {
            let data1 = data.source, _errs4 = errors;
            if (!(data1 === "any" || data1 === "album" || data1 === "camera"))
              return validate36.errors = [{ instancePath: instancePath + "/source", schemaPath: "#/properties/source/enum", keyword: "enum", params: { allowedValues: schema37.properties.source.enum }, message: "must be equal to one of the allowed values" }], !1;
            var valid0 = _errs4 === errors;
          } else
            var valid0 = !0;
      }
    } else
      return validate36.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" }], !1;
  return validate36.errors = vErrors, errors === 0;
}
var v27 = validate37;
var pattern16 = new RegExp("^data:image/(?:png|jpeg|webp);base64,[A-Za-z0-9+/]+=*$", "u");
function validate37(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null, errors = 0;
  if (errors === 0)
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing0;
      if ((data.images === void 0 || !func0.call(data, "images")) && (missing0 = "images"))
        return validate37.errors = [{ instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: missing0 }, message: "must have required property '" + missing0 + "'" }], !1;
      {
        let _errs1 = errors;
        for (let key0 of Object.keys(data))
          if (!(key0 === "images" || key0 === "start")) {
            return validate37.errors = [{ instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" }], !1;
            break;
          }
        if (_errs1 === errors) {
          if (data.images !== void 0 && func0.call(data, "images")) {
            let data0 = data.images, _errs2 = errors;
            if (errors === _errs2)
              if (Array.isArray(data0)) {
                if (data0.length > 9)
                  return validate37.errors = [{ instancePath: instancePath + "/images", schemaPath: "#/properties/images/maxItems", keyword: "maxItems", params: { limit: 9 }, message: "must NOT have more than 9 items" }], !1;
                if (data0.length < 1)
                  return validate37.errors = [{ instancePath: instancePath + "/images", schemaPath: "#/properties/images/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" }], !1;
                {
                  var valid1 = !0;
                  let len0 = data0.length;
                  for (let i0 = 0; i0 < len0; i0++) {
                    let data1 = data0[i0], _errs4 = errors, _errs5 = errors, valid2 = !1, _errs6 = errors;
                    if (errors === _errs6)
                      if (data1 && typeof data1 == "object" && !Array.isArray(data1)) {
                        let missing1;
                        if ((data1.fileId === void 0 || !func0.call(data1, "fileId")) && (missing1 = "fileId")) {
                          let err0 = { instancePath: instancePath + "/images/" + i0, schemaPath: "#/properties/images/items/anyOf/0/required", keyword: "required", params: { missingProperty: missing1 }, message: "must have required property '" + missing1 + "'" };
                          vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
                        } else {
                          let _errs8 = errors;
                          for (let key1 of Object.keys(data1))
                            if (key1 !== "fileId") {
                              let err1 = { instancePath: instancePath + "/images/" + i0, schemaPath: "#/properties/images/items/anyOf/0/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key1 }, message: "must NOT have additional properties" };
                              vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
                              break;
                            }
                          if (_errs8 === errors && data1.fileId !== void 0 && func0.call(data1, "fileId")) {
                            let data2 = data1.fileId;
                            if (errors === errors)
                              if (typeof data2 == "string") {
                                if (data2.length > 40) {
                                  let err2 = { instancePath: instancePath + "/images/" + i0 + "/fileId", schemaPath: "#/properties/images/items/anyOf/0/properties/fileId/maxLength", keyword: "maxLength", params: { limit: 40 }, message: "must NOT have more than 40 characters" };
                                  vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
                                } else if (!pattern7.test(data2)) {
                                  let err3 = { instancePath: instancePath + "/images/" + i0 + "/fileId", schemaPath: "#/properties/images/items/anyOf/0/properties/fileId/pattern", keyword: "pattern", params: { pattern: "^file-[A-Za-z0-9-]{1,35}$" }, message: 'must match pattern "^file-[A-Za-z0-9-]{1,35}$"' };
                                  vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
                                }
                              } else {
                                let err4 = { instancePath: instancePath + "/images/" + i0 + "/fileId", schemaPath: "#/properties/images/items/anyOf/0/properties/fileId/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                                vErrors === null ? vErrors = [err4] : vErrors.push(err4), errors++;
                              }
                          }
                        }
                      } else {
                        let err5 = { instancePath: instancePath + "/images/" + i0, schemaPath: "#/properties/images/items/anyOf/0/type", keyword: "type", params: { type: "object" }, message: "must be object" };
                        vErrors === null ? vErrors = [err5] : vErrors.push(err5), errors++;
                      }
                    var _valid0 = _errs6 === errors;
                    if (valid2 = valid2 || _valid0, !valid2) {
                      let _errs11 = errors;
                      if (errors === _errs11)
                        if (data1 && typeof data1 == "object" && !Array.isArray(data1)) {
                          let missing2;
                          if ((data1.data === void 0 || !func0.call(data1, "data")) && (missing2 = "data")) {
                            let err6 = { instancePath: instancePath + "/images/" + i0, schemaPath: "#/properties/images/items/anyOf/1/required", keyword: "required", params: { missingProperty: missing2 }, message: "must have required property '" + missing2 + "'" };
                            vErrors === null ? vErrors = [err6] : vErrors.push(err6), errors++;
                          } else {
                            let _errs13 = errors;
                            for (let key2 of Object.keys(data1))
                              if (key2 !== "data") {
                                let err7 = { instancePath: instancePath + "/images/" + i0, schemaPath: "#/properties/images/items/anyOf/1/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key2 }, message: "must NOT have additional properties" };
                                vErrors === null ? vErrors = [err7] : vErrors.push(err7), errors++;
                                break;
                              }
                            if (_errs13 === errors && data1.data !== void 0 && func0.call(data1, "data")) {
                              let data3 = data1.data;
                              if (errors === errors)
                                if (typeof data3 == "string") {
                                  if (data3.length > 4e5) {
                                    let err8 = { instancePath: instancePath + "/images/" + i0 + "/data", schemaPath: "#/properties/images/items/anyOf/1/properties/data/maxLength", keyword: "maxLength", params: { limit: 4e5 }, message: "must NOT have more than 400000 characters" };
                                    vErrors === null ? vErrors = [err8] : vErrors.push(err8), errors++;
                                  } else if (!pattern16.test(data3)) {
                                    let err9 = { instancePath: instancePath + "/images/" + i0 + "/data", schemaPath: "#/properties/images/items/anyOf/1/properties/data/pattern", keyword: "pattern", params: { pattern: "^data:image/(?:png|jpeg|webp);base64,[A-Za-z0-9+/]+=*$" }, message: 'must match pattern "^data:image/(?:png|jpeg|webp);base64,[A-Za-z0-9+/]+=*$"' };
                                    vErrors === null ? vErrors = [err9] : vErrors.push(err9), errors++;
                                  }
                                } else {
                                  let err10 = { instancePath: instancePath + "/images/" + i0 + "/data", schemaPath: "#/properties/images/items/anyOf/1/properties/data/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                                  vErrors === null ? vErrors = [err10] : vErrors.push(err10), errors++;
                                }
                            }
                          }
                        } else {
                          let err11 = { instancePath: instancePath + "/images/" + i0, schemaPath: "#/properties/images/items/anyOf/1/type", keyword: "type", params: { type: "object" }, message: "must be object" };
                          vErrors === null ? vErrors = [err11] : vErrors.push(err11), errors++;
                        }
                      var _valid0 = _errs11 === errors;
                      valid2 = valid2 || _valid0;
                    }
                    if (valid2)
                      errors = _errs5, vErrors !== null && (_errs5 ? vErrors.length = _errs5 : vErrors = null);
                    else {
                      let err12 = { instancePath: instancePath + "/images/" + i0, schemaPath: "#/properties/images/items/anyOf", keyword: "anyOf", params: {}, message: "must match a schema in anyOf" };
                      return vErrors === null ? vErrors = [err12] : vErrors.push(err12), errors++, validate37.errors = vErrors, !1;
                    }
                    var valid1 = _errs4 === errors;
                    if (!valid1)
                      break;
                  }
                }
              } else
                return validate37.errors = [{ instancePath: instancePath + "/images", schemaPath: "#/properties/images/type", keyword: "type", params: { type: "array" }, message: "must be array" }], !1;
            var valid0 = _errs2 === errors;
          } else
            var valid0 = !0;
          if (valid0)
            if (data.start !== void 0 && func0.call(data, "start")) {
              let data4 = data.start, _errs16 = errors;
              if (!(typeof data4 == "number" && !(data4 % 1) && !isNaN(data4) && isFinite(data4)))
                return validate37.errors = [{ instancePath: instancePath + "/start", schemaPath: "#/properties/start/type", keyword: "type", params: { type: "integer" }, message: "must be integer" }], !1;
              if (errors === _errs16 && typeof data4 == "number" && isFinite(data4)) {
                if (data4 > 8 || isNaN(data4))
                  return validate37.errors = [{ instancePath: instancePath + "/start", schemaPath: "#/properties/start/maximum", keyword: "maximum", params: { comparison: "<=", limit: 8 }, message: "must be <= 8" }], !1;
                if (data4 < 0 || isNaN(data4))
                  return validate37.errors = [{ instancePath: instancePath + "/start", schemaPath: "#/properties/start/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" }], !1;
              }
              var valid0 = _errs16 === errors;
            } else
              var valid0 = !0;
        }
      }
    } else
      return validate37.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" }], !1;
  return validate37.errors = vErrors, errors === 0;
}
var v28 = validate38;
function validate38(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null, errors = 0;
  if (errors === 0)
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing0;
      if ((data.image === void 0 || !func0.call(data, "image")) && (missing0 = "image"))
        return validate38.errors = [{ instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: missing0 }, message: "must have required property '" + missing0 + "'" }], !1;
      {
        let _errs1 = errors;
        for (let key0 of Object.keys(data))
          if (key0 !== "image") {
            return validate38.errors = [{ instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" }], !1;
            break;
          }
        if (_errs1 === errors && data.image !== void 0 && func0.call(data, "image")) {
          let data0 = data.image, _errs3 = errors, valid1 = !1, _errs4 = errors;
          if (errors === _errs4)
            if (data0 && typeof data0 == "object" && !Array.isArray(data0)) {
              let missing1;
              if ((data0.fileId === void 0 || !func0.call(data0, "fileId")) && (missing1 = "fileId")) {
                let err0 = { instancePath: instancePath + "/image", schemaPath: "#/properties/image/anyOf/0/required", keyword: "required", params: { missingProperty: missing1 }, message: "must have required property '" + missing1 + "'" };
                vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
              } else {
                let _errs6 = errors;
                for (let key1 of Object.keys(data0))
                  if (key1 !== "fileId") {
                    let err1 = { instancePath: instancePath + "/image", schemaPath: "#/properties/image/anyOf/0/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key1 }, message: "must NOT have additional properties" };
                    vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
                    break;
                  }
                if (_errs6 === errors && data0.fileId !== void 0 && func0.call(data0, "fileId")) {
                  let data1 = data0.fileId;
                  if (errors === errors)
                    if (typeof data1 == "string") {
                      if (data1.length > 40) {
                        let err2 = { instancePath: instancePath + "/image/fileId", schemaPath: "#/properties/image/anyOf/0/properties/fileId/maxLength", keyword: "maxLength", params: { limit: 40 }, message: "must NOT have more than 40 characters" };
                        vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
                      } else if (!pattern7.test(data1)) {
                        let err3 = { instancePath: instancePath + "/image/fileId", schemaPath: "#/properties/image/anyOf/0/properties/fileId/pattern", keyword: "pattern", params: { pattern: "^file-[A-Za-z0-9-]{1,35}$" }, message: 'must match pattern "^file-[A-Za-z0-9-]{1,35}$"' };
                        vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
                      }
                    } else {
                      let err4 = { instancePath: instancePath + "/image/fileId", schemaPath: "#/properties/image/anyOf/0/properties/fileId/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                      vErrors === null ? vErrors = [err4] : vErrors.push(err4), errors++;
                    }
                }
              }
            } else {
              let err5 = { instancePath: instancePath + "/image", schemaPath: "#/properties/image/anyOf/0/type", keyword: "type", params: { type: "object" }, message: "must be object" };
              vErrors === null ? vErrors = [err5] : vErrors.push(err5), errors++;
            }
          var _valid0 = _errs4 === errors;
          if (valid1 = valid1 || _valid0, !valid1) {
            let _errs9 = errors;
            if (errors === _errs9)
              if (data0 && typeof data0 == "object" && !Array.isArray(data0)) {
                let missing2;
                if ((data0.data === void 0 || !func0.call(data0, "data")) && (missing2 = "data")) {
                  let err6 = { instancePath: instancePath + "/image", schemaPath: "#/properties/image/anyOf/1/required", keyword: "required", params: { missingProperty: missing2 }, message: "must have required property '" + missing2 + "'" };
                  vErrors === null ? vErrors = [err6] : vErrors.push(err6), errors++;
                } else {
                  let _errs11 = errors;
                  for (let key2 of Object.keys(data0))
                    if (key2 !== "data") {
                      let err7 = { instancePath: instancePath + "/image", schemaPath: "#/properties/image/anyOf/1/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key2 }, message: "must NOT have additional properties" };
                      vErrors === null ? vErrors = [err7] : vErrors.push(err7), errors++;
                      break;
                    }
                  if (_errs11 === errors && data0.data !== void 0 && func0.call(data0, "data")) {
                    let data2 = data0.data;
                    if (errors === errors)
                      if (typeof data2 == "string") {
                        if (data2.length > 4e5) {
                          let err8 = { instancePath: instancePath + "/image/data", schemaPath: "#/properties/image/anyOf/1/properties/data/maxLength", keyword: "maxLength", params: { limit: 4e5 }, message: "must NOT have more than 400000 characters" };
                          vErrors === null ? vErrors = [err8] : vErrors.push(err8), errors++;
                        } else if (!pattern16.test(data2)) {
                          let err9 = { instancePath: instancePath + "/image/data", schemaPath: "#/properties/image/anyOf/1/properties/data/pattern", keyword: "pattern", params: { pattern: "^data:image/(?:png|jpeg|webp);base64,[A-Za-z0-9+/]+=*$" }, message: 'must match pattern "^data:image/(?:png|jpeg|webp);base64,[A-Za-z0-9+/]+=*$"' };
                          vErrors === null ? vErrors = [err9] : vErrors.push(err9), errors++;
                        }
                      } else {
                        let err10 = { instancePath: instancePath + "/image/data", schemaPath: "#/properties/image/anyOf/1/properties/data/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                        vErrors === null ? vErrors = [err10] : vErrors.push(err10), errors++;
                      }
                  }
                }
              } else {
                let err11 = { instancePath: instancePath + "/image", schemaPath: "#/properties/image/anyOf/1/type", keyword: "type", params: { type: "object" }, message: "must be object" };
                vErrors === null ? vErrors = [err11] : vErrors.push(err11), errors++;
              }
            var _valid0 = _errs9 === errors;
            valid1 = valid1 || _valid0;
          }
          if (valid1)
            errors = _errs3, vErrors !== null && (_errs3 ? vErrors.length = _errs3 : vErrors = null);
          else {
            let err12 = { instancePath: instancePath + "/image", schemaPath: "#/properties/image/anyOf", keyword: "anyOf", params: {}, message: "must match a schema in anyOf" };
            return vErrors === null ? vErrors = [err12] : vErrors.push(err12), errors++, validate38.errors = vErrors, !1;
          }
        }
      }
    } else
      return validate38.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" }], !1;
  return validate38.errors = vErrors, errors === 0;
}
var v29 = validate39;
function validate39(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null, errors = 0;
  if (errors === 0)
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing0;
      if ((data.templateIds === void 0 || !func0.call(data, "templateIds")) && (missing0 = "templateIds"))
        return validate39.errors = [{ instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: missing0 }, message: "must have required property '" + missing0 + "'" }], !1;
      {
        let _errs1 = errors;
        for (let key0 of Object.keys(data))
          if (key0 !== "templateIds") {
            return validate39.errors = [{ instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" }], !1;
            break;
          }
        if (_errs1 === errors && data.templateIds !== void 0 && func0.call(data, "templateIds")) {
          let data0 = data.templateIds;
          if (errors === errors)
            if (Array.isArray(data0)) {
              if (data0.length > 3)
                return validate39.errors = [{ instancePath: instancePath + "/templateIds", schemaPath: "#/properties/templateIds/maxItems", keyword: "maxItems", params: { limit: 3 }, message: "must NOT have more than 3 items" }], !1;
              if (data0.length < 1)
                return validate39.errors = [{ instancePath: instancePath + "/templateIds", schemaPath: "#/properties/templateIds/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" }], !1;
              {
                var valid1 = !0;
                let len0 = data0.length;
                for (let i0 = 0; i0 < len0; i0++) {
                  let data1 = data0[i0], _errs4 = errors;
                  if (errors === _errs4)
                    if (typeof data1 == "string") {
                      if (data1.length > 40)
                        return validate39.errors = [{ instancePath: instancePath + "/templateIds/" + i0, schemaPath: "#/properties/templateIds/items/maxLength", keyword: "maxLength", params: { limit: 40 }, message: "must NOT have more than 40 characters" }], !1;
                      if (data1.length < 1)
                        return validate39.errors = [{ instancePath: instancePath + "/templateIds/" + i0, schemaPath: "#/properties/templateIds/items/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }], !1;
                      if (!pattern1.test(data1))
                        return validate39.errors = [{ instancePath: instancePath + "/templateIds/" + i0, schemaPath: "#/properties/templateIds/items/pattern", keyword: "pattern", params: { pattern: "^[a-z][a-z0-9-]*$" }, message: 'must match pattern "^[a-z][a-z0-9-]*$"' }], !1;
                    } else
                      return validate39.errors = [{ instancePath: instancePath + "/templateIds/" + i0, schemaPath: "#/properties/templateIds/items/type", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
                  var valid1 = _errs4 === errors;
                  if (!valid1)
                    break;
                }
                if (valid1) {
                  let i1 = data0.length, j0;
                  if (i1 > 1) {
                    let indices0 = {};
                    for (; i1--; ) {
                      let item0 = data0[i1];
                      if (typeof item0 == "string") {
                        if (typeof indices0[item0] == "number") {
                          return j0 = indices0[item0], validate39.errors = [{ instancePath: instancePath + "/templateIds", schemaPath: "#/properties/templateIds/uniqueItems", keyword: "uniqueItems", params: { i: i1, j: j0 }, message: "must NOT have duplicate items (items ## " + j0 + " and " + i1 + " are identical)" }], !1;
                          break;
                        }
                        indices0[item0] = i1;
                      }
                    }
                  }
                }
              }
            } else
              return validate39.errors = [{ instancePath: instancePath + "/templateIds", schemaPath: "#/properties/templateIds/type", keyword: "type", params: { type: "array" }, message: "must be array" }], !1;
        }
      }
    } else
      return validate39.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" }], !1;
  return validate39.errors = vErrors, errors === 0;
}
var v30 = validate40;
var pattern20 = new RegExp("^[a-z][a-z0-9_.]*$", "u");
function validate40(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null, errors = 0;
  if (errors === 0)
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing0;
      if ((data.event === void 0 || !func0.call(data, "event")) && (missing0 = "event"))
        return validate40.errors = [{ instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: missing0 }, message: "must have required property '" + missing0 + "'" }], !1;
      {
        let _errs1 = errors;
        for (let key0 of Object.keys(data))
          if (!(key0 === "event" || key0 === "props")) {
            return validate40.errors = [{ instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" }], !1;
            break;
          }
        if (_errs1 === errors) {
          if (data.event !== void 0 && func0.call(data, "event")) {
            let data0 = data.event, _errs2 = errors;
            if (errors === _errs2)
              if (typeof data0 == "string") {
                if (data0.length > 64)
                  return validate40.errors = [{ instancePath: instancePath + "/event", schemaPath: "#/properties/event/maxLength", keyword: "maxLength", params: { limit: 64 }, message: "must NOT have more than 64 characters" }], !1;
                if (data0.length < 1)
                  return validate40.errors = [{ instancePath: instancePath + "/event", schemaPath: "#/properties/event/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }], !1;
                if (!pattern20.test(data0))
                  return validate40.errors = [{ instancePath: instancePath + "/event", schemaPath: "#/properties/event/pattern", keyword: "pattern", params: { pattern: "^[a-z][a-z0-9_.]*$" }, message: 'must match pattern "^[a-z][a-z0-9_.]*$"' }], !1;
              } else
                return validate40.errors = [{ instancePath: instancePath + "/event", schemaPath: "#/properties/event/type", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
            var valid0 = _errs2 === errors;
          } else
            var valid0 = !0;
          if (valid0)
            if (data.props !== void 0 && func0.call(data, "props")) {
              let data1 = data.props, _errs4 = errors;
              if (errors === _errs4)
                if (data1 && typeof data1 == "object" && !Array.isArray(data1)) {
                  if (Object.keys(data1).length > 16)
                    return validate40.errors = [{ instancePath: instancePath + "/props", schemaPath: "#/properties/props/maxProperties", keyword: "maxProperties", params: { limit: 16 }, message: "must NOT have more than 16 properties" }], !1;
                  for (let key1 of Object.keys(data1)) {
                    let _errs6 = errors;
                    if (typeof key1 == "string") {
                      if (key1.length > 64) {
                        let err0 = { instancePath: instancePath + "/props", schemaPath: "#/properties/props/propertyNames/maxLength", keyword: "maxLength", params: { limit: 64 }, message: "must NOT have more than 64 characters", propertyName: key1 };
                        vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
                      } else if (!pattern20.test(key1)) {
                        let err1 = { instancePath: instancePath + "/props", schemaPath: "#/properties/props/propertyNames/pattern", keyword: "pattern", params: { pattern: "^[a-z][a-z0-9_.]*$" }, message: 'must match pattern "^[a-z][a-z0-9_.]*$"', propertyName: key1 };
                        vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
                      }
                    }
                    var valid1 = _errs6 === errors;
                    if (!valid1) {
                      let err2 = { instancePath: instancePath + "/props", schemaPath: "#/properties/props/propertyNames", keyword: "propertyNames", params: { propertyName: key1 }, message: "property name must be valid" };
                      return vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++, validate40.errors = vErrors, !1;
                      break;
                    }
                  }
                  if (valid1)
                    for (let key2 of Object.keys(data1)) {
                      let data2 = data1[key2], _errs8 = errors, _errs9 = errors, valid3 = !1, _errs10 = errors;
                      if (errors === _errs10)
                        if (typeof data2 == "string") {
                          if (data2.length > 200) {
                            let err3 = { instancePath: instancePath + "/props/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/props/additionalProperties/anyOf/0/maxLength", keyword: "maxLength", params: { limit: 200 }, message: "must NOT have more than 200 characters" };
                            vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
                          }
                        } else {
                          let err4 = { instancePath: instancePath + "/props/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/props/additionalProperties/anyOf/0/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                          vErrors === null ? vErrors = [err4] : vErrors.push(err4), errors++;
                        }
                      var _valid0 = _errs10 === errors;
                      if (valid3 = valid3 || _valid0, !valid3) {
                        let _errs12 = errors;
                        if (!(typeof data2 == "number" && isFinite(data2))) {
                          let err5 = { instancePath: instancePath + "/props/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/props/additionalProperties/anyOf/1/type", keyword: "type", params: { type: "number" }, message: "must be number" };
                          vErrors === null ? vErrors = [err5] : vErrors.push(err5), errors++;
                        }
                        var _valid0 = _errs12 === errors;
                        if (valid3 = valid3 || _valid0, !valid3) {
                          let _errs14 = errors;
                          if (typeof data2 != "boolean") {
                            let err6 = { instancePath: instancePath + "/props/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/props/additionalProperties/anyOf/2/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
                            vErrors === null ? vErrors = [err6] : vErrors.push(err6), errors++;
                          }
                          var _valid0 = _errs14 === errors;
                          valid3 = valid3 || _valid0;
                        }
                      }
                      if (valid3)
                        errors = _errs9, vErrors !== null && (_errs9 ? vErrors.length = _errs9 : vErrors = null);
                      else {
                        let err7 = { instancePath: instancePath + "/props/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/props/additionalProperties/anyOf", keyword: "anyOf", params: {}, message: "must match a schema in anyOf" };
                        return vErrors === null ? vErrors = [err7] : vErrors.push(err7), errors++, validate40.errors = vErrors, !1;
                      }
                      var valid2 = _errs8 === errors;
                      if (!valid2)
                        break;
                    }
                } else
                  return validate40.errors = [{ instancePath: instancePath + "/props", schemaPath: "#/properties/props/type", keyword: "type", params: { type: "object" }, message: "must be object" }], !1;
              var valid0 = _errs4 === errors;
            } else
              var valid0 = !0;
        }
      }
    } else
      return validate40.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" }], !1;
  return validate40.errors = vErrors, errors === 0;
}
var v31 = validate41;
function validate41(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null, errors = 0;
  if (errors === 0)
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing0;
      if ((data.name === void 0 || !func0.call(data, "name")) && (missing0 = "name") || (data.ms === void 0 || !func0.call(data, "ms")) && (missing0 = "ms"))
        return validate41.errors = [{ instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: missing0 }, message: "must have required property '" + missing0 + "'" }], !1;
      {
        let _errs1 = errors;
        for (let key0 of Object.keys(data))
          if (!(key0 === "name" || key0 === "ms")) {
            return validate41.errors = [{ instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" }], !1;
            break;
          }
        if (_errs1 === errors) {
          if (data.name !== void 0 && func0.call(data, "name")) {
            let data0 = data.name, _errs2 = errors;
            if (errors === _errs2)
              if (typeof data0 == "string") {
                if (data0.length > 64)
                  return validate41.errors = [{ instancePath: instancePath + "/name", schemaPath: "#/properties/name/maxLength", keyword: "maxLength", params: { limit: 64 }, message: "must NOT have more than 64 characters" }], !1;
                if (data0.length < 1)
                  return validate41.errors = [{ instancePath: instancePath + "/name", schemaPath: "#/properties/name/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }], !1;
                if (!pattern20.test(data0))
                  return validate41.errors = [{ instancePath: instancePath + "/name", schemaPath: "#/properties/name/pattern", keyword: "pattern", params: { pattern: "^[a-z][a-z0-9_.]*$" }, message: 'must match pattern "^[a-z][a-z0-9_.]*$"' }], !1;
              } else
                return validate41.errors = [{ instancePath: instancePath + "/name", schemaPath: "#/properties/name/type", keyword: "type", params: { type: "string" }, message: "must be string" }], !1;
            var valid0 = _errs2 === errors;
          } else
            var valid0 = !0;
          if (valid0)
            if (data.ms !== void 0 && func0.call(data, "ms")) {
              let data1 = data.ms, _errs4 = errors;
              if (errors === _errs4)
                if (typeof data1 == "number" && isFinite(data1)) {
                  if (data1 > 6e5 || isNaN(data1))
                    return validate41.errors = [{ instancePath: instancePath + "/ms", schemaPath: "#/properties/ms/maximum", keyword: "maximum", params: { comparison: "<=", limit: 6e5 }, message: "must be <= 600000" }], !1;
                  if (data1 < 0 || isNaN(data1))
                    return validate41.errors = [{ instancePath: instancePath + "/ms", schemaPath: "#/properties/ms/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" }], !1;
                } else
                  return validate41.errors = [{ instancePath: instancePath + "/ms", schemaPath: "#/properties/ms/type", keyword: "type", params: { type: "number" }, message: "must be number" }], !1;
              var valid0 = _errs4 === errors;
            } else
              var valid0 = !0;
        }
      }
    } else
      return validate41.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" }], !1;
  return validate41.errors = vErrors, errors === 0;
}
var methodArgs = {
  __proto__: null,
  "app.info": v0,
  "app.launchOptions": v0,
  "app.close": v0,
  "app.confirmClose": v1,
  "app.setTitle": v2,
  "app.setBar": v3,
  "identity.login": v0,
  "identity.profile": v4,
  "identity.requireLevel": v5,
  "payment.request": v6,
  "payment.query": v6,
  "storage.get": v7,
  "storage.set": v8,
  "storage.remove": v7,
  "storage.keys": v0,
  "storage.clear": v0,
  "storage.usage": v0,
  "net.request": v9,
  "net.stream": v9,
  "net.upload": v10,
  "net.download": v11,
  "nav.openApp": v12,
  "nav.share": v13,
  "nav.openUrl": v14,
  "ui.toast": v15,
  "ui.loading": v16,
  "ui.confirm": v17,
  "ui.actionSheet": v18,
  "ui.haptic": v19,
  "ui.pullToRefresh": v20,
  "device.scan": v21,
  "device.location": v22,
  "device.network": v0,
  "device.phoneCall": v23,
  "device.vibrate": v24,
  "clipboard.write": v25,
  "media.chooseImage": v26,
  "media.preview": v27,
  "media.saveImage": v28,
  "message.subscribe": v29,
  "analytics.track": v30,
  "analytics.mark": v31
};
export {
  methodArgs
};
